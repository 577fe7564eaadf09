package io.cradle.connectors.kafka.secure;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code sasl.jaas.config}: a login module and its options, some of which are secrets. */
final class LoginText {
    private static final Pattern OPTION =
            Pattern.compile("(?<name>[\\w.-]+)\\s*=\\s*(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<bare>[^\\s;\"]+))");

    private static final Pattern MODULE =
            Pattern.compile("\\s*[\\w.$]+\\s+(required|requisite|sufficient|optional)\\s*;\\s*");

    /** Everything else counts as a secret: login modules may name theirs as they like. */
    private static final Set<String> HARMLESS = Set.of(
            "username",
            "principal",
            "servicename",
            "keytab",
            "usekeytab",
            "storekey",
            "useticketcache",
            "ticketcache",
            "renewtgt",
            "donotprompt",
            "refreshkrb5config",
            "isinitiator",
            "tokenauth",
            "debug");

    private LoginText() {}

    /** Whether an option that may be a secret is written out, or the text is nothing that can be judged. */
    static boolean holdsSecret(String text) {
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            String value = option.group("quoted") == null ? option.group("bare") : option.group("quoted");
            boolean harmless = HARMLESS.contains(option.group("name").toLowerCase(Locale.ROOT));
            if (!harmless && !References.isOnly(value)) {
                return true;
            }
        }
        return !MODULE.matcher(option.reset().replaceAll("")).matches();
    }
}
