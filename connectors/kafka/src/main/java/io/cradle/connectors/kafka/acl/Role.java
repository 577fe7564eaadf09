package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody is to Cradle. Each role has the least that it needs; a principal may have several. */
public sealed interface Role {

    /** A word for it. */
    String name();

    /** What it needs, each thing once. */
    List<Grant> grants();

    /**
     * The job: reads the inputs and ticks in them, writes the outputs, reads the schemas, and looks at how the topics
     * are set before it starts.
     *
     * @param group under which it commits how far it has read
     * @param delivery how it writes
     */
    record Job(String group, Delivery delivery) implements Role {
        /** How the job writes, as far as it makes a difference to what it needs. */
        public sealed interface Delivery {}

        /** Without transactions. */
        public record AtLeastOnce() implements Delivery {}

        /**
         * With transactions.
         *
         * @param transactionalIdPrefix what their ids begin with, without the dash that follows
         */
        public record ExactlyOnce(String transactionalIdPrefix) implements Delivery {}

        @Override
        public String name() {
            return "job";
        }

        @Override
        public List<Grant> grants() {
            return JobGrants.of(this);
        }
    }

    /** Who runs {@code cradle topics create} and {@code check}: creates topics and registers schemas. */
    record Administrator() implements Role {
        @Override
        public String name() {
            return "administrator";
        }

        @Override
        public List<Grant> grants() {
            return AdministratorGrants.all();
        }
    }

    /**
     * Who sends data.
     *
     * @param topics the inputs that it may write, at least one
     */
    record Supplier(Set<InputTopic> topics) implements Role {
        public Supplier {
            if (topics.isEmpty()) {
                throw new KafkaDoorException("a supplier without topics may do nothing: name at least one input topic");
            }
            topics = Set.copyOf(topics);
        }

        @Override
        public String name() {
            return "supplier";
        }

        @Override
        public List<Grant> grants() {
            return Grants.of(Grants.schemas(), Grants.write(inputs(topics)));
        }
    }

    /**
     * Who shows figures, such as a dashboard. Rejected records are not for it: they hold what suppliers sent.
     *
     * @param groupPrefix what the names of its consumer groups begin with
     */
    record Reader(String groupPrefix) implements Role {
        @Override
        public String name() {
            return "reader";
        }

        @Override
        public List<Grant> grants() {
            return Grants.of(
                    Grants.schemas(),
                    Grants.read(outputs(EnumSet.complementOf(EnumSet.of(OutputTopic.REJECTED_RECORDS)))),
                    List.of(Grants.groups(groupPrefix)));
        }
    }

    /** Who recomputes what was published: reads everything, writes nothing. */
    record Auditor() implements Role {
        @Override
        public String name() {
            return "auditor";
        }

        @Override
        public List<Grant> grants() {
            return Grants.of(
                    Grants.schemas(),
                    Grants.read(inputs(EnumSet.allOf(InputTopic.class))),
                    Grants.read(outputs(EnumSet.allOf(OutputTopic.class))));
        }
    }

    /** Who corrects rejected records and sends them again. */
    record Corrector() implements Role {
        @Override
        public String name() {
            return "corrector";
        }

        @Override
        public List<Grant> grants() {
            return Grants.of(
                    Grants.schemas(),
                    Grants.read(outputs(EnumSet.of(OutputTopic.REJECTED_RECORDS))),
                    Grants.write(inputs(EnumSet.allOf(InputTopic.class))));
        }
    }

    private static List<String> inputs(Collection<InputTopic> topics) {
        return topics.stream().sorted().map(InputTopic::topicName).toList();
    }

    private static List<String> outputs(Collection<OutputTopic> topics) {
        return topics.stream().map(OutputTopic::topicName).toList();
    }
}
