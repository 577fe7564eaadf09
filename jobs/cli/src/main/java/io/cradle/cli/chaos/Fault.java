package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaDoor;
import io.cradle.testkit.cluster.SupervisedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What can break, in the order of what is tried first when there is little time. */
enum Fault {
    /** kill -9 of a TaskManager that runs tasks; it is started again. */
    TASKMANAGER_KILL {
        @Override
        void strike(Scene scene) {
            scene.busyTaskManager().kill();
            scene.awaitInterruption();
        }
    },
    /** kill -9 of all brokers at once; they are started again. */
    BROKER_RESTART {
        @Override
        void strike(Scene scene) {
            scene.cluster().kafka().brokers().forEach(SupervisedProcess::kill);
        }
    },
    /** kill -9 of the JobManager; it is started again, the job from its newest checkpoint. */
    JOBMANAGER_KILL {
        @Override
        void strike(Scene scene) {
            scene.cluster().flink().jobManager().kill();
            scene.awaitInterruption();
        }
    },
    /** From 1 to 2 subtasks through a savepoint. */
    RESCALE_TO_2 {
        @Override
        void strike(Scene scene) {
            scene.rescale(2);
        }
    },
    /** kill -9 of one of three brokers, which stays away for a while. */
    BROKER_LOSS {
        @Override
        void strike(Scene scene) {
            List<SupervisedProcess> brokers = scene.cluster().kafka().brokers();
            if (brokers.size() < 2) {
                throw new CommandException("one broker of one cannot be lost: choose --brokers 3 or other --faults");
            }
            SupervisedProcess lost = scene.any(brokers);
            lost.holdDown();
            try {
                scene.pause(LASTS);
            } finally {
                lost.start();
            }
        }
    },
    /** SIGSTOP of a TaskManager that runs tasks for longer than its heartbeat may be missed. */
    TASKMANAGER_FREEZE {
        @Override
        void strike(Scene scene) {
            SupervisedProcess frozen = scene.busyTaskManager();
            frozen.freeze();
            try {
                scene.pause(LASTS);
            } finally {
                frozen.thaw();
            }
        }
    },
    /** From 2 to 4 subtasks through a savepoint. */
    RESCALE_TO_4 {
        @Override
        void strike(Scene scene) {
            scene.rescale(4);
        }
    },
    /** No checkpoint can be written for a while. */
    CHECKPOINTS_UNWRITABLE {
        @Override
        void strike(Scene scene) {
            Path checkpoints = scene.cluster().checkpoints();
            Path away = checkpoints.resolveSibling("checkpoints-away");
            long before = scene.failedCheckpoints();
            try {
                // A file in its place: root may write into any directory, whatever its permissions.
                Files.move(checkpoints, away);
                Files.createFile(checkpoints);
                try {
                    scene.pause(LASTS);
                    scene.awaitFailedCheckpoint(before);
                } finally {
                    Files.delete(checkpoints);
                    Files.move(away, checkpoints);
                }
            } catch (IOException e) {
                throw new CommandException("the directory of checkpoints cannot be moved: " + e.getMessage(), e);
            }
        }
    },
    /** The brokers take output at a trickle for a while. */
    SLOW_SINK {
        @Override
        void strike(Scene scene) {
            try (AdminDoor admin = AdminDoor.open(scene.cluster().access())) {
                admin.limitProducers(KafkaDoor.OUTPUT_CLIENT_ID, OptionalDouble.of(TRICKLE_BYTES_PER_SECOND));
                try {
                    scene.pause(LASTS);
                    scene.awaitThrottling();
                } finally {
                    admin.limitProducers(KafkaDoor.OUTPUT_CLIENT_ID, OptionalDouble.empty());
                }
            }
        }
    },
    /** From 4 to 2 subtasks through a savepoint. */
    RESCALE_BACK_TO_2 {
        @Override
        void strike(Scene scene) {
            scene.rescale(2);
        }
    };

    /** How long a fault lasts that does not end by itself: twice the time after which a silent process is given up. */
    private static final Duration LASTS = Duration.ofSeconds(20);

    private static final double TRICKLE_BYTES_PER_SECOND = 5_000;

    /** Breaks something; returns when it is in order again, as far as it does not mend itself. */
    abstract void strike(Scene scene);

    /** Its name on the command line and in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
