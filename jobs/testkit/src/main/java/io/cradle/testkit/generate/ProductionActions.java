package io.cradle.testkit.generate;

import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.wire.InputTopic;
import java.time.Instant;
import java.util.List;

/** What processes make: stages, parallel processes, several products of one process, shifts and whole months. */
final class ProductionActions implements Actions {
    private final World world;
    private final Dice dice;

    ProductionActions(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    @Override
    public int weight() {
        return world.has(Feature.PRODUCTION) ? 28 : 0;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        for (int i = 0; i < (weight() > 0 ? world.processes.size() * 2 : 0); i++) {
            act(log, nowMs);
        }
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        if (world.has(Feature.DELETIONS) && dice.chance(0.08) && !world.productions.isEmpty()) {
            String record = dice.pick(List.copyOf(world.productions.keySet()));
            world.productions.remove(record);
            log.delete(InputTopic.PRODUCTION_RECORDS, world.network, record);
        } else {
            boolean again = dice.chance(0.15) && !world.productions.isEmpty();
            put(
                    log,
                    production(
                            again ? dice.pick(List.copyOf(world.productions.keySet())) : world.newRecord("o"), nowMs));
        }
    }

    private ProductionRecord production(String record, long nowMs) {
        int index = dice.between(0, world.products.size() - 1);
        String product = world.products.get(index);
        int process = (index + (dice.chance(0.3) ? 1 : 0)) % world.processes.size();
        Instant[] interval = world.recentInterval(nowMs, 0, 8, 24, 120, 300, 700);
        String unit = productionUnit(product);
        double kg = dice.within(50, 900);
        double perUnit = unit.equals("{piece}") ? World.PIECE_KG : unit.equals("t") ? 1000 : 1;
        ProductionRecord.Builder production = ProductionRecord.newBuilder(Records.production(
                        world.network,
                        record,
                        "k" + process,
                        product,
                        interval[0].toString(),
                        interval[1].toString(),
                        Dice.decimal(kg / perUnit),
                        unit))
                .setStage(index % 3 == 0 ? dice.of("melt", "roll") : dice.of(null, ""));
        if (world.has(Feature.GAPS) && dice.chance(0.05)) {
            // A process whose products count nothing has nothing to share its inputs by.
            return production.setProcess("k-idle").setAllocationWeight("0").build();
        }
        // One process allocates by value; the others by mass, stated or not.
        if (process == 1) {
            production
                    .setAllocationWeight(dice.decimal(1, 9))
                    .setAllocationUnit("CNY")
                    .setAllocationMethod("economic");
        } else if (dice.chance(0.3)) {
            production.setAllocationWeight(Dice.decimal(perUnit)).setAllocationUnit(dice.of(null, "kg"));
        }
        return production.build();
    }

    private String productionUnit(String product) {
        String unit = World.unitOf(product);
        if (unit.equals("{piece}")) {
            return dice.of("{piece}", "{piece}", "kg");
        }
        return dice.of("kg", "t");
    }

    private void put(LogBuilder log, ProductionRecord production) {
        world.productions.put(production.getRecord(), production);
        log.put(production);
    }
}
