package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.InputKind;
import io.cradle.core.factor.Gas;
import io.cradle.core.network.Bill;
import io.cradle.core.network.BillLine;
import io.cradle.core.network.Purpose;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import io.cradle.schemas.BillOfMaterials;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Makes bills of their records. */
final class BillReader {
    private final Fields fields;

    BillReader(Fields fields) {
        this.fields = fields;
    }

    Bill read(BillOfMaterials bill) throws RejectedException {
        String product = fields.required(bill.getProduct(), "product");
        Unit declaredUnit = fields.unit(bill.getDeclaredUnit(), "declared_unit");
        MassEnergy per = MassEnergy.mass(declaredUnit, fields.positiveOrNaN(bill.getProductMass(), "product_mass"));
        List<BillLine> lines = new ArrayList<>(bill.getLines().size());
        double ownInput = 0;
        for (int i = 0; i < bill.getLines().size(); i++) {
            try {
                BillLine line = line(bill.getLines().get(i));
                lines.add(line);
                ownInput += ownInput(line, product, per);
            } catch (RejectedException e) {
                throw new RejectedException(
                        e.rejection().reason(),
                        "line " + (i + 1) + " of the bill ("
                                + bill.getLines().get(i).getInput() + "): "
                                + e.rejection().detail());
            }
        }
        if (ownInput >= 1) {
            throw new RejectedException(
                    RejectReason.SELF_CONSUMING_UNIT,
                    "the bill takes " + ownInput + " of product " + product + " to make 1 of it");
        }
        return new Bill(
                product,
                bill.getValidFrom() == null ? KeyReader.ALWAYS : bill.getValidFrom(),
                Fields.orNull(bill.getProductName()),
                per,
                lines);
    }

    private BillLine line(io.cradle.schemas.BillLine line) throws RejectedException {
        InputKind kind = fields.word(
                fields.required(line.getInputKind(), "input_kind"),
                "input_kind",
                InputKind::find,
                "product, flow, fuel, gas");
        String input = fields.required(line.getInput(), "input");
        Unit unit = fields.unit(line.getUnit(), "unit");
        if (kind == InputKind.GAS) {
            requireGas(input, unit);
        }
        return new BillLine(
                kind,
                input,
                fields.amount(line.getAmount(), "amount"),
                unit,
                Fields.orNull(line.getSupplier()),
                fields.region(line.getRegion()),
                Fields.isAbsent(line.getPurpose())
                        ? Purpose.MATERIAL
                        : fields.word(
                                line.getPurpose(),
                                "purpose",
                                Purpose::find,
                                "material, packaging, inbound, outbound, waste, ancillary"),
                fields.within(line.getExempted(), "exempted", 0, 1, Double.NaN),
                fields.isPrimary(line.getDataSource(), false));
    }

    static void requireGas(String gas, Unit unit) throws RejectedException {
        if (Gas.find(gas).isEmpty()) {
            throw new RejectedException(
                    RejectReason.UNKNOWN_GAS,
                    "'" + gas + "' is no known gas; such as CO2, CH4-fossil, CH4-non-fossil, N2O, SF6");
        }
        if (!unit.sameDimension(Units.KG)) {
            throw new RejectedException(
                    RejectReason.UNIT_DIMENSION, "unit " + unit.code() + " of gas " + gas + " is not a mass");
        }
    }

    private static double ownInput(BillLine line, String product, MassEnergy per) {
        boolean own = line.kind() == InputKind.PRODUCT && line.input().equals(product) && line.supplier() == null;
        boolean counts = !line.isExempted() && line.purpose() != Purpose.OUTBOUND;
        OptionalDouble ratio = own && counts ? per.ratioFrom(line.unit()) : OptionalDouble.empty();
        return ratio.isPresent() ? line.amount() * ratio.getAsDouble() : 0;
    }
}
