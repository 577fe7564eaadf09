package io.cradle.connectors.kafka;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.utils.SecurityUtils;

/** What a failure of a Kafka client means, in words for whoever can mend it. */
final class FailureText {
    private static final String WHAT_TO_GRANT = "; `cradle topics acl` says what each role needs and can grant it";

    private FailureText() {}

    /**
     * A sentence without its beginning.
     *
     * @param kafka which cluster
     * @param needed what must be granted for what was being done
     */
    static String of(Throwable cause, String kafka, AclOperation needed) {
        if (cause instanceof TimeoutException) {
            return "no answer from " + kafka + " in time: " + cause.getMessage();
        }
        if (cause instanceof SslAuthenticationException) {
            return handshake(cause, kafka);
        }
        if (cause instanceof AuthenticationException) {
            return kafka + " does not accept the credentials: " + cause.getMessage();
        }
        if (cause instanceof AuthorizationException) {
            return kafka + " does not permit it: " + refused(cause, needed) + WHAT_TO_GRANT;
        }
        return kafka + " failed: " + innocent(cause);
    }

    private static String handshake(Throwable cause, String kafka) {
        if (in(cause, CertPathBuilderException.class).isPresent()) {
            return kafka + " shows a certificate that nobody in ssl.truststore.location vouches for: add its"
                    + " authority's certificate there, if it is the right broker";
        }
        Optional<CertificateException> wrongName = in(cause, CertificateException.class);
        if (wrongName.isPresent()) {
            return kafka + " shows a certificate of somebody else: "
                    + wrongName.get().getMessage();
        }
        String alert = in(cause, SSLHandshakeException.class)
                .map(Throwable::getMessage)
                .orElse(cause.getMessage());
        return kafka + " does not accept the connection (" + alert
                + "): it wants a certificate that it knows, in ssl.keystore.location";
    }

    private static String refused(Throwable cause, AclOperation needed) {
        String operation = needed == AclOperation.UNKNOWN ? "it" : SecurityUtils.operationName(needed);
        if (cause instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            return operation + " on topic " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()))
                    + " is not granted";
        }
        if (cause instanceof GroupAuthorizationException group) {
            return "Read on group " + group.groupId() + " is not granted";
        }
        return operation + " is not granted (" + cause.getMessage() + ")";
    }

    /** The text of a login may be quoted in complaints about it, and is left out; what only wraps says nothing. */
    private static String innocent(Throwable cause) {
        List<String> messages = causes(cause)
                .map(at -> String.valueOf(at.getMessage()))
                .filter(message -> !message.startsWith("org.apache.") && !message.startsWith("Failed to create new"))
                .distinct()
                .toList();
        return messages.stream().anyMatch(message -> message.contains("JAAS"))
                ? "sasl.jaas.config cannot be read: it must be a login module, `required`, options as name=\"value\","
                        + " and a semicolon"
                : String.join(": ", messages);
    }

    private static <T extends Throwable> Optional<T> in(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, at -> at != null, Throwable::getCause).limit(20);
    }
}
