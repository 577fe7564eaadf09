package io.cradle.testkit.generate;

import io.cradle.schemas.DataQuality;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.InputTopic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What is bought, and what its suppliers say of it. */
final class TradeActions implements Actions {
    private final World world;
    private final Dice dice;

    TradeActions(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    @Override
    public int weight() {
        return world.has(Feature.SUPPLIERS) || world.has(Feature.PURCHASES) ? 14 : 0;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        if (world.has(Feature.SUPPLIERS)) {
            put(log, supplied(world.newRecord("e"), "b0", "s0"));
            put(log, supplied(world.newRecord("e"), "b0", "s1"));
            put(log, supplied(world.newRecord("e"), "b2", "s2"));
        }
        if (world.has(Feature.PURCHASES)) {
            act(log, nowMs);
        }
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        boolean purchase = world.has(Feature.PURCHASES) && (dice.chance(0.5) || !world.has(Feature.SUPPLIERS));
        if (world.has(Feature.DELETIONS) && dice.chance(0.1)) {
            delete(log, purchase);
        } else if (purchase) {
            boolean again = dice.chance(0.15) && !world.purchases.isEmpty();
            put(log, purchase(again ? dice.pick(List.copyOf(world.purchases.keySet())) : world.newRecord("b"), nowMs));
        } else {
            boolean again = dice.chance(0.2) && !world.supplied.isEmpty();
            String record = again ? dice.pick(List.copyOf(world.supplied.keySet())) : world.newRecord("e");
            put(log, supplied(record, someProduct(), dice.pick(World.SUPPLIERS)));
        }
    }

    private void delete(LogBuilder log, boolean purchase) {
        List<String> keys = List.copyOf(purchase ? world.purchases.keySet() : world.supplied.keySet());
        if (!keys.isEmpty()) {
            String record = dice.pick(keys);
            world.purchases.remove(record);
            world.supplied.remove(record);
            InputTopic topic = purchase ? InputTopic.PURCHASE_RECORDS : InputTopic.SUPPLIER_EMISSIONS;
            log.delete(topic, world.network, record);
        }
    }

    /** Mostly a product that is bought only; at times one that is made too. */
    private String someProduct() {
        return dice.chance(0.7) ? dice.pick(world.bought) : dice.pick(world.products);
    }

    private PurchaseRecord purchase(String record, long nowMs) {
        String product = someProduct();
        Instant[] interval = world.recentInterval(nowMs, 24, 240, 700);
        String unit = product.startsWith("b") ? dice.of("kg", "t") : World.unitOf(product);
        double perUnit = unit.equals("{piece}") ? World.PIECE_KG : unit.equals("t") ? 1000 : 1;
        String amount = Dice.decimal(dice.within(10, 400) / perUnit);
        boolean gap = world.has(Feature.GAPS) && dice.chance(0.03);
        return Records.purchase(
                world.network,
                record,
                product,
                dice.pick(World.SUPPLIERS),
                interval[0].toString(),
                interval[1].toString(),
                amount,
                gap ? "m3" : unit);
    }

    private SupplierEmission supplied(String record, String product, String supplier) {
        String unit = product.startsWith("b") ? "kg" : World.unitOf(product);
        String per = dice.of("1", "1", "10", "1000");
        double perUnit = unit.equals("{piece}") ? World.PIECE_KG : unit.equals("t") ? 1000 : 1;
        double fossil = dice.within(0.2, 3) * perUnit * Double.parseDouble(per);
        Indicators indicators = Indicators.newBuilder()
                .setFossil(Dice.decimal(fossil))
                .setBiogenicUptake(dice.chance(0.3) ? "-0.5" : null)
                .setLandManagementEmissions(dice.chance(0.2) ? "0.25" : null)
                .build();
        SupplierEmission.Builder supplied = SupplierEmission.newBuilder(Records.supplied(
                        world.network, record, supplier, product, unit, Dice.decimal(fossil), referenceEnd()))
                .setDeclaredUnitAmount(per)
                .setIndicators(indicators)
                .setProductMass(unit.equals("{piece}") ? "2.5" : null)
                .setQuality(DataQuality.newBuilder()
                        .setPrimaryDataShare(dice.of(null, "80", "12.5"))
                        .setTechnologicalDqr(dice.of(null, "2"))
                        .build());
        if (dice.chance(0.3)) {
            supplied.setValidFrom(LocalDate.parse(dice.of("2024-01-01", "2024-02-15", "2024-04-01")));
        }
        if (dice.chance(0.3)) {
            supplied.setValidTo(LocalDate.parse(dice.of("2024-02-29", "2024-03-30", "2026-12-31")));
        }
        if (dice.chance(0.3) && !world.supplied.isEmpty()) {
            String preceding = dice.pick(List.copyOf(world.supplied.keySet()));
            supplied.setPreceding(preceding.equals(record) ? List.of() : List.of(preceding));
        }
        return supplied.build();
    }

    private String referenceEnd() {
        return dice.of("2022-12-31", "2023-06-30", "2023-12-31");
    }

    private void put(LogBuilder log, PurchaseRecord purchase) {
        world.purchases.put(purchase.getRecord(), purchase);
        log.put(purchase);
    }

    private void put(LogBuilder log, SupplierEmission supplied) {
        world.supplied.put(supplied.getRecord(), supplied);
        log.put(supplied);
    }
}
