package io.cradle.cli.log;

import io.cradle.cli.CommandException;
import io.cradle.connectors.files.rows.NearestName;
import java.util.Collection;
import java.util.List;

/** Complains of names that nothing goes by, with the one that was probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    public static CommandException unknownNetwork(String network, Collection<String> networks) {
        return new CommandException(
                "network '" + network + "' has no records up to that log time" + instead(network, networks));
    }

    /** Words to end a complaint with; nothing where there is no name at all. */
    public static String instead(String written, Collection<String> names) {
        List<String> others = names.stream().filter(name -> !name.isEmpty()).toList();
        return others.isEmpty() ? "" : "; did you mean '" + NearestName.of(written, others) + "'?";
    }
}
