package io.cradle.cli.explain;

import io.cradle.core.explain.LeafContribution;
import io.cradle.core.explain.PathContribution;
import io.cradle.core.explain.VersionUsed;
import java.util.stream.Collectors;

/** What is behind a number, for people. */
final class Names {
    private Names() {}

    static String leaf(LeafContribution leaf) {
        return leaf.kind() + " " + leaf.name() + (leaf.version() == null ? "" : version(leaf));
    }

    private static String version(LeafContribution leaf) {
        VersionUsed version = leaf.version();
        StringBuilder text = new StringBuilder();
        if (!version.key().equals(leaf.name())) {
            text.append(", record ").append(version.key());
        }
        if (version.version() != null) {
            text.append(", version ").append(version.version());
        }
        if (version.source() != null) {
            text.append(", ").append(version.source());
        }
        return text.toString();
    }

    static String path(PathContribution path) {
        return path.steps().stream().map(Names::step).collect(Collectors.joining(" < "))
                + (path.direct() ? " < direct emissions" : "");
    }

    /** Products are plain names; anything else says what it is. */
    static String step(PathContribution.Step step) {
        return step.kind().equals("product") ? step.name() : step.kind() + " " + step.name();
    }
}
