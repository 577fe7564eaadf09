package io.cradle.rollup.emit;

import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.ActivityEmissionPart;
import io.cradle.schemas.Contribution;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.UnresolvedInput;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * Encodes results so that a broker takes them. A product of tens of thousands of inputs has an explanation larger than a
 * message: then the first inputs are told and one entry {@code omitted} stands for the others with their sum. Figures
 * are never cut. A result that a broker refuses would stop the job for ever.
 */
final class MessageLimit {
    /** Brokers and producers take 1 MiB unless they are told otherwise, frame and key included. */
    static final int MAX_VALUE_BYTES = 900_000;

    static final String OMITTED = "omitted";

    private final WireFormat wire;

    MessageLimit(WireFormat wire) {
        this.wire = wire;
    }

    /** A footprint, framed for the topic of all of them. */
    byte[] footprint(ProductFootprint footprint) {
        int longest = Math.max(
                footprint.getContributions().size(),
                Math.max(
                        footprint.getVersions().size(),
                        footprint.getUnresolved().size()));
        return encoded(OutputTopic.PRODUCT_FOOTPRINTS, footprint, longest, most -> first(footprint, most));
    }

    byte[] activity(ActivityEmission activity) {
        return encoded(
                OutputTopic.ACTIVITY_EMISSIONS, activity, activity.getParts().size(), most -> first(activity, most));
    }

    private byte[] encoded(OutputTopic topic, SpecificRecord whole, int longest, IntFunction<SpecificRecord> first) {
        byte[] value = wire.encode(topic.topicName(), whole);
        for (int most = longest / 2; value.length > MAX_VALUE_BYTES && most > 0; most /= 2) {
            value = wire.encode(topic.topicName(), first.apply(most));
        }
        return value;
    }

    private static ProductFootprint first(ProductFootprint whole, int most) {
        return ProductFootprint.newBuilder(whole)
                .setContributions(first(whole.getContributions(), most, MessageLimit::omittedContributions))
                .setVersions(whole.getVersions()
                        .subList(0, Math.min(most, whole.getVersions().size())))
                .setUnresolved(first(
                        whole.getUnresolved(),
                        most,
                        rest -> new UnresolvedInput(rest.size() + " more inputs", OMITTED)))
                .build();
    }

    private static ActivityEmission first(ActivityEmission whole, int most) {
        return ActivityEmission.newBuilder(whole)
                .setParts(first(whole.getParts(), most, MessageLimit::omittedParts))
                .build();
    }

    private static <T> List<T> first(List<T> all, int most, Function<List<T>, T> omitted) {
        if (all.size() <= most) {
            return all;
        }
        List<T> first = new ArrayList<>(all.subList(0, most));
        first.add(omitted.apply(all.subList(most, all.size())));
        return first;
    }

    private static Contribution omittedContributions(List<Contribution> rest) {
        return Contribution.newBuilder()
                .setKind(OMITTED)
                .setInput(rest.size() + " more inputs")
                .setAmount(rest.size())
                .setUnit("1")
                .setPcfExcludingBiogenicUptake(sum(rest, Contribution::getPcfExcludingBiogenicUptake))
                .build();
    }

    private static ActivityEmissionPart omittedParts(List<ActivityEmissionPart> rest) {
        return ActivityEmissionPart.newBuilder()
                .setMonth(rest.get(0).getMonth())
                .setInputKind(rest.get(0).getInputKind())
                .setInput(rest.size() + " more parts")
                .setAmount(rest.size())
                .setUnit("1")
                .setAccount(OMITTED)
                .setEmissions(sum(rest, ActivityEmissionPart::getEmissions))
                .build();
    }

    /** Null where nothing has a figure. */
    private static <T> Double sum(List<T> rest, Function<T, Double> figure) {
        Double sum = null;
        for (T one : rest) {
            Double value = figure.apply(one);
            sum = value == null ? sum : Double.valueOf(sum == null ? value : sum + value);
        }
        return sum;
    }
}
