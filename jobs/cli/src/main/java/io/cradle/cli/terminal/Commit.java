package io.cradle.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which version of the source a run was made with. */
public final class Commit {
    private Commit() {}

    /** The commit of a checkout, with a plus where files differ from it; "unknown" where git cannot say. */
    public static String of(Path checkout) {
        String commit = git(checkout, "rev-parse", "--short", "HEAD");
        return commit.isEmpty()
                ? "unknown"
                : commit
                        + (git(checkout, "status", "--porcelain", "--untracked-files=no")
                                        .isEmpty()
                                ? ""
                                : "+");
    }

    private static String git(Path checkout, String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = checkout.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            return "";
        }
    }
}
