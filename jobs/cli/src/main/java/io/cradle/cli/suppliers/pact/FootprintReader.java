package io.cradle.cli.suppliers.pact;

import io.cradle.cli.suppliers.pact.Identities.Identity;
import io.cradle.schemas.SupplierEmission;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a supplier record of a ProductFootprint of PACT 3, or says why it cannot. */
public final class FootprintReader {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d+)\\.\\d+(-\\d{8})?");
    private static final String SPEC_VERSION = "specVersion";

    private final Judging judging;
    private final IntakeCheck intake = new IntakeCheck();

    public FootprintReader(Judging judging) {
        this.judging = judging;
    }

    /** Judges a document by itself. */
    public Judged read(PactDocument document) {
        Findings findings = new Findings(document.file(), document.index(), judging.strict());
        PactObject root = new PactObject(document.json(), document.path(), findings);
        SupplierEmission record = null;
        if (!document.json().isObject()) {
            root.error("", "is no object", "give a ProductFootprint");
        } else if (isOfThisModel(root)) {
            record = read(root, findings);
        }
        return new Judged(document, Optional.ofNullable(record), findings.all());
    }

    /** A document of another version has other names: complaining of each would hide the reason. */
    private boolean isOfThisModel(PactObject root) {
        String version = root.requiredText(SPEC_VERSION);
        if (version == null) {
            return true;
        }
        var parts = VERSION.matcher(version);
        if (!parts.matches()) {
            root.error(SPEC_VERSION, "'" + version + "' is no version", "give one such as \"3.0.3\"");
            return true;
        }
        if (!parts.group(1).equals("3")) {
            root.error(SPEC_VERSION, "'" + version + "' is not read", "ask the supplier for a document of PACT 3");
            return false;
        }
        if (!parts.group(2).equals("0")) {
            root.note(SPEC_VERSION, "'" + version + "' is newer than 3.0", "it is read as 3.0");
        }
        return true;
    }

    private SupplierEmission read(PactObject root, Findings findings) {
        String id = id(root);
        judgeStatus(root);
        root.requiredTime("created");
        root.requiredText("companyName");
        root.requireField("productDescription");
        root.requiredText("productNameCompany");
        List<String> preceding = root.texts("precedingPfIds");
        Identity identity = judging.identities().of(root);
        PactObject pcf = root.requiredObject("pcf");
        if (pcf == null) {
            return null;
        }
        SupplierEmission.Builder record = SupplierEmission.newBuilder()
                .setNetwork(judging.network())
                .setSupplier(identity.supplier())
                .setProduct(identity.product())
                .setPreceding(preceding);
        fill(record, orEmpty(id), root, pcf);
        if (findings.hasErrors()) {
            return null;
        }
        SupplierEmission whole = record.setRecord(id).build();
        intake.judge(whole, root);
        return findings.hasErrors() ? null : whole;
    }

    private void fill(SupplierEmission.Builder record, String id, PactObject root, PactObject pcf) {
        ScopeReader scope = ScopeReader.of(pcf);
        PeriodReader period = PeriodReader.of(root, pcf, judging.today());
        FigureReader figures = FigureReader.of(pcf);
        figures.restate(GwpRule.restate(pcf, id, figures.indicators(), judging.gases()));
        pcf.requiredDecimal("fossilCarbonContent");
        QualityReader quality = QualityReader.of(pcf);
        MethodReader method = MethodReader.of(pcf, judging.recognition());
        PactDecimal sum = figures.statedSum();
        record.setDeclaredUnit(orEmpty(scope.unit()))
                .setDeclaredUnitAmount(orEmpty(scope.amount()))
                .setProductMass(scope.massKg())
                .setRegion(scope.region())
                .setReferenceStart(period.referenceStart())
                .setReferenceEnd(period.referenceEnd())
                .setValidFrom(period.validFrom())
                .setValidTo(period.validTo())
                .setGwpSet(GwpRule.AR6)
                .setIndicators(figures.record(method.factor()))
                .setPcfExcludingBiogenicUptake(
                        sum == null ? null : sum.times(method.factor()).text())
                .setQuality(quality.quality())
                .setExemptedPercent(quality.exemptedPercent())
                .setBoundary(method.boundary())
                .setStandards(method.standards())
                .setVerification(method.verification())
                .setPackagingIncluded(method.packagingIncluded());
    }

    private static String id(PactObject root) {
        String id = root.requiredText("id");
        if (id != null && !UUID.matcher(id).matches()) {
            root.warn("id", "'" + id + "' is no UUID", "it is taken as it is");
        }
        return id;
    }

    private static void judgeStatus(PactObject root) {
        String status = root.requiredText("status");
        if (status == null || status.equals("Active")) {
            return;
        }
        if (status.equals(Deprecation.STATUS)) {
            root.error("status", "is Deprecated", "ask the supplier for the document that took its place");
        } else {
            root.error("status", "'" + status + "' is no status of PACT", "give Active or Deprecated");
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
