package io.cradle.connectors.kafka.secure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * References to secrets, in Kafka's own words: <code>${file:/path:key}</code>, <code>${directory:/path:file}</code> and
 * <code>${env:NAME}</code>. A client looks them up where and when it is created, so what is shipped and stored is the
 * reference.
 */
public final class References {
    private static final String PROVIDERS = AbstractConfig.CONFIG_PROVIDERS_CONFIG;
    private static final Pattern ONLY = Pattern.compile("\\s*(\\$\\{[\\w-]+:[^}]+}\\s*)+");
    private static final Pattern KNOWN = Pattern.compile("\\$\\{(file|directory|env):[^}]+}");

    private References() {}

    /** Whether a value is a reference, or several, and nothing besides. */
    static boolean isOnly(String value) {
        return ONLY.matcher(value).matches();
    }

    /**
     * The properties that let a client look up the references in its properties; none where there are no references,
     * or somebody has chosen who looks them up.
     */
    public static Map<String, String> providers(Map<String, String> client) {
        boolean none =
                client.values().stream().noneMatch(value -> KNOWN.matcher(value).find());
        if (none || client.containsKey(PROVIDERS)) {
            return Map.of();
        }
        return Map.of(
                PROVIDERS,
                "file,directory,env",
                PROVIDERS + ".file.class",
                FileConfigProvider.class.getName(),
                PROVIDERS + ".directory.class",
                DirectoryConfigProvider.class.getName(),
                PROVIDERS + ".env.class",
                EnvVarConfigProvider.class.getName());
    }

    /**
     * The first property that refers to something that is not there, as {@code name=reference}; empty where there is
     * none.
     *
     * @param client with the properties of {@link #providers}
     * @throws org.apache.kafka.common.config.ConfigException where a file cannot be read
     */
    public static Optional<String> dangling(Map<String, String> client) {
        if (client.values().stream().noneMatch(value -> KNOWN.matcher(value).find())) {
            return Optional.empty();
        }
        Map<String, Object> resolved = new AdminClientConfig(new TreeMap<String, Object>(client)).originals();
        return new TreeMap<>(client)
                .entrySet().stream()
                        .filter(property -> KNOWN.matcher(property.getValue()).find()
                                && property.getValue().equals(resolved.get(property.getKey())))
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .findFirst();
    }
}
