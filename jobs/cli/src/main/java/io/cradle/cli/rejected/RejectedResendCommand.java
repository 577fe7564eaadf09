package io.cradle.cli.rejected;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.core.Rejection;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle rejected resend}. */
@Command(
        name = "resend",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes corrected records under the keys that their fields make; they act from their new log time on.",
            "Each is checked as the job checks it; if one would be rejected again nothing is sent and the exit code is 1.",
            "What depends on other records (meters, bills, closed periods) is judged by the job."
        },
        footer = {
            "",
            "Example: cradle rejected resend reading.json --bootstrap-servers 127.0.0.1:9092",
            "Example: cradle rejected resend meter-readings/0/12 --set unit=kW.h --bootstrap-servers 127.0.0.1:9092"
        })
final class RejectedResendCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|POSITION",
            arity = "1..*",
            description = "Documents of `cradle rejected show --json`, corrected, or positions of rejected records.")
    private List<String> what;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "Corrects a field, such as unit=kg or lines.1.unit=kg; an empty value makes it absent.")
    private final Map<String, String> edits = new LinkedHashMap<>();

    @Option(
            names = "--as-it-is",
            description = "Sends rejected records unchanged, byte for byte: what they lacked is there by now.")
    private boolean asItIs;

    @Option(names = "--dry-run", description = "Checks and says what would be sent, and sends nothing.")
    private boolean dryRun;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "The settings file of the job, for its limits of plausibility (default: the default settings).")
    private Path settings;

    @Mixin
    private BrokerOptions broker;

    private final Surroundings surroundings;

    RejectedResendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (asItIs && !edits.isEmpty()) {
            throw new CommandException("--as-it-is and --set contradict each other: leave one of them out");
        }
        Plausibility limits = Plausibility.of(settings == null ? Settings.of(Map.of()) : Settings.load(settings));
        KafkaAccess access = broker.access();
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            List<Correction> corrections = corrections(access, schemas);
            if (refuses(corrections, new ChangeReader(schemas, limits))) {
                return ExitCode.NO;
            }
            if (!dryRun) {
                send(access, schemas, corrections);
            }
        }
        return ExitCode.DONE;
    }

    private List<Correction> corrections(KafkaAccess access, SchemaCatalog schemas) {
        WireFormat wire = new WireFormat(schemas);
        List<Correction> corrections = new ArrayList<>();
        try (StatusLine status = new StatusLine(surroundings.terminal())) {
            for (String one : what) {
                if (RejectedLog.isPosition(one)) {
                    corrections.add(correction(RejectedLog.at(access, schemas, status, one), wire));
                } else {
                    RecordDocument.read(Path.of(one))
                            .forEach(
                                    document -> corrections.add(edited(document).correction(wire)));
                }
            }
        }
        return corrections;
    }

    private Correction correction(Rejected rejected, WireFormat wire) {
        if (asItIs) {
            return Correction.asItIs(rejected);
        }
        if (edits.isEmpty()) {
            throw new CommandException("say what to correct in " + rejected.position()
                    + " with --set, or send it --as-it-is: its reason was " + rejected.reason());
        }
        if (rejected.decoded(wire).isEmpty()) {
            throw new CommandException(rejected.position() + " does not decode, so --set would correct an empty record:"
                    + " write it anew into what `cradle rejected show " + rejected.position()
                    + " --json` prints, and send that file");
        }
        return edited(RecordDocument.of(rejected, wire)).correction(wire);
    }

    private RecordDocument edited(RecordDocument document) {
        RecordDocument edited = document;
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            edited = edited.with(edit.getKey(), edit.getValue());
        }
        return edited;
    }

    private boolean refuses(List<Correction> corrections, ChangeReader intake) {
        long nowMs = surroundings.clock().millis();
        boolean refuses = false;
        for (Correction correction : corrections) {
            Optional<Rejection> refusal = correction.refusal(intake, nowMs);
            if (refusal.isPresent()) {
                refuses = true;
                surroundings
                        .terminal()
                        .complain(correction.source() + ": would be rejected again: "
                                + refusal.get().reason().code() + ": "
                                + refusal.get().detail());
            } else if (dryRun) {
                surroundings.terminal().say("would send " + correction.name());
            }
        }
        if (refuses) {
            surroundings.terminal().complain("nothing was sent");
        }
        return refuses;
    }

    private void send(KafkaAccess access, SchemaCatalog schemas, List<Correction> corrections) {
        try (RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            corrections.forEach(correction -> publisher.publish(correction.record()));
            publisher.flush();
        }
        corrections.forEach(correction -> surroundings.terminal().say("sent " + correction.name()));
    }
}
