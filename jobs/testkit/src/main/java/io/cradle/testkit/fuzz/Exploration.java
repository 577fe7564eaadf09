package io.cradle.testkit.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fuzzer found in a span of time, in a process of its own: a crash, an endless loop or a full heap there is a
 * finding and no end of the test run.
 *
 * @param exitCode 0 where nothing was found
 * @param executions inputs tried
 * @param said the end of what the fuzzer printed: with a finding, the exception and where the input lies
 */
public record Exploration(int exitCode, long executions, String said) {
    /** Nothing that is read needs more for one input, whatever it says. */
    private static final String HEAP = "-Xmx384m";

    /** The first inputs load and instrument every class, on a busy machine in tens of seconds. */
    private static final int INPUT_SECONDS_MAX = 60;

    private static final int INPUT_BYTES_MAX = 20_000;
    private static final int SAID_CHARS_MAX = 6_000;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    /**
     * Lets Jazzer loose on a target.
     *
     * @param seeds directories of inputs to begin with; nothing is written there
     * @param work directory for the inputs that are found
     */
    public static Exploration of(Class<?> target, List<Path> seeds, Path work, long seconds)
            throws IOException, InterruptedException {
        Path found =
                Files.createDirectories(work.resolve(target.getSimpleName()).resolve("found"));
        ProcessBuilder jazzer = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=io.cradle.**:org.fhir.**",
                "--custom_hook_includes=io.cradle.**:org.fhir.**",
                "--reproducer_path=" + found.getParent(),
                "-artifact_prefix=" + found.getParent() + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + INPUT_SECONDS_MAX,
                "-max_len=" + INPUT_BYTES_MAX,
                "-rss_limit_mb=0",
                found.toString());
        seeds.forEach(seed -> jazzer.command().add(seed.toString()));
        Path log = work.resolve(target.getSimpleName() + ".log");
        int exitCode = jazzer.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        Matcher done = DONE.matcher(said);
        return new Exploration(
                exitCode,
                done.find() ? Long.parseLong(done.group(1)) : 0,
                said.substring(Math.max(0, said.length() - SAID_CHARS_MAX)));
    }
}
