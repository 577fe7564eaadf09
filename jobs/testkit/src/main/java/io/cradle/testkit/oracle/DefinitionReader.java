package io.cradle.testkit.oracle;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.SupplierEmission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the records that say how things are: bills, meters, supplier records and factors. */
final class DefinitionReader {
    private static final Set<String> PURPOSES =
            Set.of("material", "packaging", "inbound", "outbound", "waste", "ancillary");
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);
    private static final Set<String> GWP_SETS = Set.of("AR6");

    private final FieldReader fields;

    DefinitionReader(FieldReader fields) {
        this.fields = fields;
    }

    Fact bill(BillOfMaterials record) {
        fields.required(record.getNetwork());
        fields.required(record.getProduct());
        Unit declaredUnit = fields.unit(record.getDeclaredUnit());
        BigDecimal productMass = fields.positive(record.getProductMass());
        List<Fact.BillLine> lines = new ArrayList<>();
        for (BillLine line : record.getLines()) {
            lines.add(line(line));
        }
        Fact.Bill bill = new Fact.Bill(
                record.getProduct(),
                FieldReader.optional(record.getProductName()),
                declaredUnit,
                productMass,
                fromAlways(record.getValidFrom()),
                lines);
        if (fields.faults().isEmpty()) {
            fields.faultWhen(ownInput(bill).compareTo(BigDecimal.ONE) >= 0, Reason.SELF_CONSUMING_UNIT);
        }
        return bill;
    }

    private static LocalDate fromAlways(LocalDate validFrom) {
        return validFrom == null ? ALWAYS : validFrom;
    }

    private Fact.BillLine line(BillLine line) {
        InputKind kind = fields.inputKind(line.getInputKind(), null);
        fields.required(line.getInput());
        BigDecimal amount = fields.signedAmount(line.getAmount());
        Unit unit = fields.unit(line.getUnit());
        fields.gas(kind, line.getInput(), unit);
        return new Fact.BillLine(
                kind,
                line.getInput(),
                amount,
                unit,
                FieldReader.optional(line.getSupplier()),
                fields.region(line.getRegion()),
                purpose(fields.oneOf(PURPOSES, line.getPurpose(), "material")),
                fields.notNegative(line.getExempted()),
                fields.primary(line.getDataSource(), "secondary"));
    }

    private static Fact.Purpose purpose(String word) {
        return switch (word) {
            case "packaging" -> Fact.Purpose.PACKAGING;
            case "outbound" -> Fact.Purpose.OUTBOUND;
            default -> Fact.Purpose.WITHIN;
        };
    }

    /** What one declared unit takes of the product itself; outbound and exempted lines are no inputs. */
    private static BigDecimal ownInput(Fact.Bill bill) {
        Masses masses = Masses.of(bill.declaredUnit(), bill.productMass());
        return bill.lines().stream()
                .filter(line -> line.kind() == InputKind.PRODUCT && line.input().equals(bill.product()))
                .filter(line -> line.supplier() == null && line.exempted() == null)
                .filter(line -> line.purpose() != Fact.Purpose.OUTBOUND)
                .map(line -> masses.convert(new Quantity(line.amount(), line.unit()), bill.declaredUnit())
                        .orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Fact meter(EnergyMeter record) {
        fields.required(record.getNetwork());
        fields.required(record.getMeter());
        fields.required(record.getProcess());
        fields.required(record.getFlow());
        InputKind kind = fields.inputKind(record.getInputKind(), InputKind.FLOW);
        Unit unit = fields.unit(record.getUnit());
        fields.gas(kind, record.getFlow(), unit);
        BigDecimal multiplier = fields.notNegative(record.getMultiplier());
        String readings = fields.oneOf(Set.of("interval", "register"), record.getReadingKind(), "interval");
        return new Fact.Meter(
                record.getMeter(),
                fromAlways(record.getValidFrom()),
                record.getProcess(),
                kind,
                record.getFlow(),
                fields.region(record.getRegion()),
                unit,
                multiplier == null ? BigDecimal.ONE : multiplier,
                readings.equals("register"),
                fields.positive(record.getRegisterSize()),
                fields.primary(record.getDataSource(), "primary"));
    }

    Fact supplied(SupplierEmission record) {
        fields.required(record.getNetwork());
        fields.required(record.getRecord());
        fields.required(record.getSupplier());
        fields.required(record.getProduct());
        fields.required(record.getReferenceEnd());
        Unit declaredUnit = fields.unit(record.getDeclaredUnit());
        BigDecimal per = fields.positive(fields.required(record.getDeclaredUnitAmount()));
        fields.region(record.getRegion());
        fields.oneOf(GWP_SETS, record.getGwpSet(), "AR6");
        FigureReader figures = new FigureReader(fields);
        figures.checkSum(record.getIndicators(), record.getPcfExcludingBiogenicUptake());
        fields.notNegative(record.getExemptedPercent());
        inOrder(record.getReferenceStart(), record.getReferenceEnd());
        inOrder(record.getValidFrom(), record.getValidTo());
        return new Fact.Supplied(
                record.getRecord(),
                List.copyOf(record.getPreceding()),
                record.getSupplier(),
                record.getProduct(),
                declaredUnit,
                fields.positive(record.getProductMass()),
                record.getReferenceEnd(),
                record.getValidFrom(),
                record.getValidTo(),
                figures.leaf(record.getIndicators(), record.getQuality(), per == null ? 1 : per.doubleValue()));
    }

    Fact factor(EmissionFactor record) {
        fields.required(record.getFlow());
        fields.required(record.getKind());
        fields.required(record.getValidFrom());
        fields.oneOf(GWP_SETS, record.getGwpSet(), "AR6");
        inOrder(record.getValidFrom(), record.getValidTo());
        return new Fact.Factor(
                record.getFlow(),
                fields.region(record.getRegion()),
                fields.oneOf(Set.of("supply", "combustion", "grid-direct"), record.getKind(), null),
                record.getValidFrom(),
                record.getValidTo(),
                fields.unit(record.getUnit()),
                new FigureReader(fields).leaf(record.getIndicators(), record.getQuality(), 1),
                fields.positive(record.getKgPerUnit()),
                fields.positive(record.getNetMjPerUnit()),
                FieldReader.optional(record.getVersion()));
    }

    private void inOrder(LocalDate from, LocalDate to) {
        fields.faultWhen(from != null && to != null && to.isBefore(from), Reason.INTERVAL_REVERSED);
    }
}
