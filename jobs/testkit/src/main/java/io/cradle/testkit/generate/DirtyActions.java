package io.cradle.testkit.generate;

import io.cradle.schemas.ActivityRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Records with one fault each that intake sees; half of them under a key that holds a good record. */
final class DirtyActions implements Actions {

    /** Writes one faulty record. */
    interface Fault {
        void write(LogBuilder log, long nowMs);
    }

    private final World world;
    private final Dice dice;
    private final List<Fault> faults = new ArrayList<>();
    private int next;

    DirtyActions(World world) {
        this.world = world;
        this.dice = world.dice;
        faults.addAll(activityFaults());
        faults.addAll(new DirtyDefinitions(world).faults());
        faults.addAll(new RefusedActivity(world).faults());
        // Another network begins with another fault, so that a short log has a bit of everything.
        next = dice.between(0, faults.size() - 1);
    }

    @Override
    public int weight() {
        return world.has(Feature.DIRTY) ? 16 : 0;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        // A log does not begin with faults: what they leave untouched has to be there first.
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        faults.get(next).write(log, nowMs);
        next = (next + 1) % faults.size();
    }

    private List<Fault> activityFaults() {
        return List.of(
                (log, now) -> log.putUnder(world.network + "/other", good(now).build()),
                broken(activity -> activity.setProcess("")),
                broken(activity -> activity.setReplaces("electricity")),
                broken(activity -> activity.setUnit("kgs")),
                broken(activity -> activity.setAmount("1,5")),
                broken(activity -> activity.setAmount("-3")),
                broken(activity -> activity.setAmount("5000000000")),
                broken(activity -> activity.setStart(activity.getEnd())
                        .setEnd(activity.getEnd().minusSeconds(3600))),
                broken(activity -> activity.setStart(activity.getEnd().minus(Duration.ofDays(400)))),
                (log, now) -> log.put(good(now)
                        .setEnd(Instant.ofEpochMilli(now).plus(Duration.ofDays(3)))
                        .build()),
                broken(activity -> activity.setInputKind("gas").setInput("XF6")),
                broken(activity -> activity.setRegion("Atlantis")),
                broken(activity -> activity.setInputKind("energy")),
                broken(activity -> activity.setDataSource("measured")),
                broken(activity -> activity.setInputKind("gas").setInput("CO2").setUnit("m3")));
    }

    private Fault broken(UnaryOperator<ActivityRecord.Builder> fault) {
        return (log, now) -> log.put(fault.apply(good(now)).build());
    }

    private ActivityRecord.Builder good(long nowMs) {
        boolean known = dice.chance(0.5) && !world.activities.isEmpty();
        String record = known ? dice.pick(List.copyOf(world.activities.keySet())) : world.newRecord("x");
        Instant[] interval = world.recentInterval(nowMs, 24);
        return ActivityRecord.newBuilder(Records.activity(
                world.network,
                record,
                "k0",
                interval[0].toString(),
                interval[1].toString(),
                "flow",
                "ore",
                dice.decimal(1, 50),
                "kg"));
    }
}
