package io.cradle.testkit.generate;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.util.ArrayList;
import java.util.List;

/** Bills of materials: chains, diamonds and hubs, loops that come and go, and lines of every sort. */
final class BillActions implements Actions {
    private static final String FIRST_VERSION = "2023-01-01";

    private final World world;
    private final Dice dice;

    BillActions(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    @Override
    public int weight() {
        return 18;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        for (String product : world.products) {
            // The bill of the last product comes late, so that its production waits.
            if (!world.has(Feature.PARKING) || !product.equals(last())) {
                put(log, bill(product, FIRST_VERSION));
            }
        }
    }

    private String last() {
        return world.products.get(world.products.size() - 1);
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        if (world.has(Feature.DELETIONS) && dice.chance(0.12) && world.bills.size() > 3) {
            String key = dice.pick(List.copyOf(world.bills.keySet()));
            world.bills.remove(key);
            log.delete(InputTopic.BILLS_OF_MATERIALS, RecordKey.split(key).toArray(new String[0]));
        } else if (world.has(Feature.NON_PRODUCTIVE_LOOPS) && dice.chance(0.12) && world.products.size() > 2) {
            deadLoop(log);
        } else {
            put(log, bill(dice.pick(world.products), validFrom()));
        }
    }

    private String validFrom() {
        return world.has(Feature.BILL_VERSIONS) && dice.chance(0.5)
                ? dice.of("2024-01-11", "2024-02-01", "2024-02-20", "2024-03-10", "2024-04-05")
                : FIRST_VERSION;
    }

    /** Two products that need each other, 0.5 × 2 or more: exactly all, or more than all, that they make. */
    private void deadLoop(LogBuilder log) {
        String one = "p0";
        String other = "p1";
        boolean exact = dice.chance(0.5);
        put(log, Records.bill(world.network, one, "kg", FIRST_VERSION, Records.line("product", other, "0.5", "kg")));
        put(
                log,
                Records.bill(
                        world.network,
                        other,
                        "kg",
                        FIRST_VERSION,
                        Records.line("product", one, exact ? "2" : "3.5", "kg")));
    }

    private BillOfMaterials bill(String product, String validFrom) {
        List<BillLine> lines = new ArrayList<>();
        int index = world.products.indexOf(product);
        int count = dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            lines.add(line(product, index, i == 0));
        }
        String unit = declaredUnit(product);
        BillOfMaterials.Builder bill = BillOfMaterials.newBuilder(Records.bill(world.network, product, unit, validFrom))
                .setProductName(dice.of(null, "Product " + product))
                .setLines(lines);
        // Without its mass a piece cannot be had in kg: a gap.
        boolean massKnown = !world.has(Feature.GAPS) || dice.chance(0.9);
        if (unit.equals("{piece}") && massKnown) {
            bill.setProductMass("2.5");
        }
        return bill.build();
    }

    private String declaredUnit(String product) {
        String unit = World.unitOf(product);
        boolean another = world.has(Feature.BILL_VERSIONS) && dice.chance(0.1);
        return another && unit.equals("kg") ? "t" : unit;
    }

    private BillLine line(String product, int index, boolean chained) {
        boolean last = index + 1 >= world.products.size();
        if (chained && !last && dice.chance(0.8)) {
            return productLine(product, world.products.get(index + 1), 0.1, 0.9);
        }
        if (!last && dice.chance(0.35)) {
            // The last product is a hub: everything likes to rest on it.
            int to = dice.chance(0.4) ? world.products.size() - 1 : dice.between(index + 1, world.products.size() - 1);
            return productLine(product, world.products.get(to), 0.05, 0.6);
        }
        if (world.has(Feature.LOOPS) && dice.chance(0.25)) {
            String back = world.products.get(dice.between(0, index));
            return productLine(product, back, 0.01, back.equals(product) ? 0.4 : 0.15);
        }
        if (world.has(Feature.SUPPLIERS) && dice.chance(0.3)) {
            return boughtLine(product);
        }
        return flowLine(product);
    }

    private BillLine productLine(String product, String input, double low, double high) {
        double kg = dice.within(low, high) * World.kgPerUnit(product);
        String[] amount = world.massInSomeUnit(input, kg);
        return decorated(Records.line("product", input, amount[0], amount[1]));
    }

    private BillLine boughtLine(String product) {
        double kg = dice.within(0.05, 0.5) * World.kgPerUnit(product);
        String supplier = dice.of(null, "s0", "s1", "s2", world.has(Feature.GAPS) ? "nobody" : "s0");
        BillLine line = Records.line("product", dice.pick(world.bought), Dice.decimal(kg), "kg");
        return decorated(BillLine.newBuilder(line).setSupplier(supplier).build());
    }

    private BillLine flowLine(String product) {
        double scale = World.kgPerUnit(product);
        boolean variety = world.has(Feature.FACTOR_VARIETY);
        if (world.has(Feature.GAPS) && dice.chance(0.08)) {
            return Records.line("flow", "unobtainium", dice.decimal(0.1, 1), dice.of("kg", "kW.h"));
        }
        if (world.has(Feature.GAPS) && dice.chance(0.05)) {
            return Records.line("flow", "electricity", "0.3", "kg");
        }
        if (dice.chance(0.15)) {
            String gas = dice.of("CO2", "CH4-fossil", "CH4-combustion", "CH4-biogenic", "N2O", "CO2-biogenic", "SF6");
            return decorated(Records.line("gas", gas, Dice.decimal(dice.within(0.0001, 0.01) * scale), "kg"));
        }
        boolean fuel = dice.chance(0.25);
        String flow = dice.pick(fuel ? FactorActions.FUELS : FactorActions.FLOWS);
        String unit = FactorActions.someUnit(flow, dice, variety);
        String amount = Dice.decimal(dice.within(0.01, 0.8) * scale);
        BillLine line = Records.line(fuel ? "fuel" : "flow", flow, amount, unit);
        return decorated(BillLine.newBuilder(line).setRegion(world.region()).build());
    }

    private BillLine decorated(BillLine line) {
        BillLine.Builder more = BillLine.newBuilder(line).setDataSource(world.dataSource());
        if (world.has(Feature.CREDITS) && dice.chance(0.08)) {
            // Small, so that no loop turns unproductive by its credits.
            more.setAmount("-" + Dice.decimal(Double.parseDouble(line.getAmount()) * 0.2));
        }
        if (world.has(Feature.PURPOSES) && dice.chance(0.2)) {
            boolean leaf = !line.getInputKind().equals("product");
            more.setPurpose(dice.of("packaging", "waste", "inbound", leaf ? "outbound" : "ancillary"));
        }
        if (world.has(Feature.PURPOSES) && dice.chance(0.06) && !"outbound".equals(more.getPurpose())) {
            more.setExempted("0.01");
        }
        return more.build();
    }

    private void put(LogBuilder log, BillOfMaterials bill) {
        world.bills.put(RecordKey.of(InputTopic.BILLS_OF_MATERIALS, bill), bill);
        log.put(bill);
    }
}
