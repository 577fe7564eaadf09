package io.cradle.testkit.generate;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.wire.InputTopic;
import java.time.Instant;
import java.util.List;

/** What processes use: flows, fuels, gases, products, and contractual electricity that replaces metered flow. */
final class ActivityActions implements Actions {
    private final World world;
    private final Dice dice;

    ActivityActions(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    @Override
    public int weight() {
        return world.has(Feature.ACTIVITY) ? 18 : 0;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        for (int i = 0; i < (weight() > 0 ? world.processes.size() : 0); i++) {
            act(log, nowMs);
        }
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        if (world.has(Feature.DELETIONS) && dice.chance(0.1) && !world.activities.isEmpty()) {
            String record = dice.pick(List.copyOf(world.activities.keySet()));
            world.activities.remove(record);
            log.delete(InputTopic.ACTIVITY_RECORDS, world.network, record);
        } else {
            boolean again = dice.chance(0.15) && !world.activities.isEmpty();
            String record = again ? dice.pick(List.copyOf(world.activities.keySet())) : world.newRecord("a");
            put(
                    log,
                    world.has(Feature.INSTRUMENTS) && dice.chance(0.3)
                            ? instrument(record, nowMs)
                            : activity(record, nowMs));
        }
    }

    private ActivityRecord activity(String record, long nowMs) {
        Instant[] interval = world.recentInterval(nowMs, 8, 24, 120, 400, 744);
        String kind = dice.of("flow", "flow", "fuel", "gas", "product");
        String process = dice.pick(world.processes);
        ActivityRecord.Builder activity = ActivityRecord.newBuilder(Records.activity(
                        world.network,
                        record,
                        process,
                        interval[0].toString(),
                        interval[1].toString(),
                        kind,
                        "",
                        dice.decimal(1, 300),
                        "kg"))
                .setDataSource(dice.of(null, null, "secondary"));
        switch (kind) {
            case "flow", "fuel" -> {
                String flow = dice.pick(kind.equals("fuel") ? FactorActions.FUELS : FactorActions.FLOWS);
                boolean gap = world.has(Feature.GAPS) && dice.chance(0.05);
                activity.setInput(gap ? "unobtainium" : flow)
                        .setUnit(FactorActions.someUnit(flow, dice, world.has(Feature.FACTOR_VARIETY)))
                        .setRegion(world.region());
            }
            case "gas" ->
                activity.setInput(dice.of("CO2", "CH4-fossil", "CO2-biogenic", "HFC-134a"))
                        .setAmount(dice.decimal(0.01, 20))
                        .setUnit(dice.of("kg", "g"));
            default -> productInput(activity);
        }
        return activity.build();
    }

    private void productInput(ActivityRecord.Builder activity) {
        boolean bought = dice.chance(0.5) || world.products.size() < 2;
        // A process takes little of what is made behind it, so that the loops it closes stay productive.
        String made = world.products.get(dice.between(world.products.size() / 2, world.products.size() - 1));
        activity.setInput(bought ? dice.pick(world.bought) : made)
                .setAmount(dice.decimal(0.5, bought ? 100 : 5))
                .setUnit(bought ? "kg" : World.unitOf(made).equals("t") ? "kg" : World.unitOf(made))
                .setSupplier(bought && world.has(Feature.SUPPLIERS) ? dice.of(null, "s0", "s1") : null);
    }

    private ActivityRecord instrument(String record, long nowMs) {
        Instant[] interval = world.recentInterval(nowMs, 48, 120, 240);
        return ActivityRecord.newBuilder(Records.activity(
                        world.network,
                        record,
                        dice.pick(world.processes),
                        interval[0].toString(),
                        interval[1].toString(),
                        "flow",
                        dice.of("electricity", "steam"),
                        dice.decimal(0.1, 40),
                        dice.of("kW.h", "MJ")))
                .setReplaces("electricity")
                .setEvidence("cert-" + dice.between(1, 60))
                .setRegion(world.region())
                .build();
    }

    private void put(LogBuilder log, ActivityRecord activity) {
        world.activities.put(activity.getRecord(), activity);
        log.put(activity);
    }
}
