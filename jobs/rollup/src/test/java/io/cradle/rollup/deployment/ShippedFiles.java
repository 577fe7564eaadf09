package io.cradle.rollup.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assertions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The checkout as the deployment files see it. */
final class ShippedFiles {
    private static final Path ROOT = root();

    private ShippedFiles() {}

    /** A file of the checkout, which must be there. */
    static Path file(String path) {
        Path file = ROOT.resolve(path);
        Assertions.assertTrue(Files.exists(file), () -> path + " is not in the checkout");
        return file;
    }

    static String text(String path) throws IOException {
        return Files.readString(file(path));
    }

    static List<Path> below(String directory) throws IOException {
        try (Stream<Path> paths = Files.walk(file(directory))) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(ROOT.resolve("docker/target")))
                    .toList();
        }
    }

    /** A YAML file with one document, anchors and merges resolved; a key that stands twice is an error. */
    static JsonNode yaml(Path file) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            Object document = new Yaml(new SafeConstructor(strict)).load(reader);
            return new ObjectMapper().valueToTree(document);
        }
    }

    static Properties properties(String path) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(path))) {
            properties.load(reader);
        }
        return properties;
    }

    /** A property of the build, such as {@code flink.version}. */
    static String built(String property) throws IOException {
        return only(Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)</"), text("pom.xml"));
    }

    /** The version of Cradle that is built here. */
    static String version() throws IOException {
        return only(Pattern.compile("<artifactId>cradle</artifactId>\\s*<version>([^<]+)</"), text("pom.xml"));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Iterable<String> names(JsonNode object) {
        return () -> {
            Iterator<String> names = object.fieldNames();
            return names;
        };
    }

    private static String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Assertions.assertTrue(matcher.find(), () -> "pom.xml has no " + pattern);
        return matcher.group(1);
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
