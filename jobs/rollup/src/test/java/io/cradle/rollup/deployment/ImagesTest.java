package io.cradle.rollup.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images are made of what the build makes, at the versions that it uses. */
class ImagesTest {
    private static final Set<String> INSTRUCTIONS =
            Set.of("FROM", "USER", "RUN", "COPY", "ENTRYPOINT", "CMD", "WORKDIR", "ENV", "EXPOSE", "LABEL", "ARG");

    @ParameterizedTest
    @ValueSource(strings = {"docker/flink/Dockerfile", "docker/cli/Dockerfile"})
    void everyLineCanBeBuilt(String dockerfile) throws IOException {
        List<String> lines = instructions(dockerfile);
        assertTrue(lines.get(0).startsWith("FROM "), dockerfile);
        for (String line : lines) {
            assertTrue(INSTRUCTIONS.contains(line.split(" ")[0]), () -> dockerfile + ": " + line);
            if (line.startsWith("COPY ")) {
                sources(line).forEach(source -> assertBuiltOrThere(dockerfile, source));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/flink/Dockerfile", "docker/cli/Dockerfile"})
    void theProcessIsNotRoot(String dockerfile) throws IOException {
        List<String> users = instructions(dockerfile).stream()
                .filter(line -> line.startsWith("USER "))
                .toList();
        assertFalse(users.isEmpty(), dockerfile);
        assertFalse(users.get(users.size() - 1).matches("USER (root|0)\\b.*"), dockerfile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/flink/start.sh", "docker/flink/newest-state.sh"})
    void scriptsAreShell(String script) throws Exception {
        Process check = new ProcessBuilder("sh", "-n", ShippedFiles.file(script).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, check.waitFor(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = "docker/flink/Dockerfile")
    void flinkIsTheOneThatTheJobIsCompiledWith(String dockerfile) throws IOException {
        assertEquals(
                "FROM flink:" + ShippedFiles.built("flink.version") + "-java"
                        + ShippedFiles.built("maven.compiler.release"),
                instructions(dockerfile).get(0));
    }

    private static List<String> instructions(String dockerfile) throws IOException {
        return ShippedFiles.text(dockerfile)
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> sources(String copy) {
        List<String> words = new ArrayList<>(List.of(copy.split(" +")));
        words.remove(0);
        words.removeIf(word -> word.startsWith("--"));
        return words.subList(0, words.size() - 1);
    }

    /** What a module builds is there after it was packaged, which may be after this test; then its name must be right. */
    private static void assertBuiltOrThere(String dockerfile, String source) {
        int target = source.indexOf("/target/");
        if (target < 0) {
            ShippedFiles.file(source);
            return;
        }
        Path module = ShippedFiles.file(source.substring(0, target) + "/pom.xml");
        String name = source.substring(target + "/target/".length());
        try {
            String pom = Files.readString(module);
            String jar = "cradle-rollup-" + ShippedFiles.version() + "-job.jar";
            boolean shaded = pom.contains("<shadedClassifierName>job<") && name.equals(jar);
            boolean named = pom.contains("<finalName>" + name.replace(".jar", "") + "<");
            boolean copied = pom.contains("${project.build.directory}/" + name + "<");
            assertTrue(shaded || named || copied, () -> dockerfile + " copies " + source + ", which nothing builds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
