package io.cradle.connectors.kafka;

/**
 * How the input log is read.
 *
 * @param access the cluster
 * @param groupId the name under which progress is committed, for monitoring only: where reading starts is decided by
 *     the job's state, and without state it is the beginning of the log
 */
public record KafkaSourceSettings(KafkaAccess access, String groupId) {
    public static final String DEFAULT_GROUP_ID = "cradle";

    public KafkaSourceSettings {
        if (groupId.isBlank()) {
            throw new KafkaDoorException("the consumer group is empty, must be a name such as " + DEFAULT_GROUP_ID);
        }
    }

    public static KafkaSourceSettings of(KafkaAccess access) {
        return new KafkaSourceSettings(access, DEFAULT_GROUP_ID);
    }
}
