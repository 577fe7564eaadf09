package io.cradle.schemas.golden;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.generic.IndexedRecord;

/** The recorded contracts, as files of this module. */
final class GoldenFiles {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path STATE = Path.of("src/main/resources/io/cradle/schemas/wire/state");
    private static final String TOPICS = "topics.txt";

    private GoldenFiles() {}

    /** Every recorded version, oldest first. */
    static List<String> versions() throws IOException {
        return directories(GOLDEN);
    }

    /** Every version whose schemas of state are part of the program, oldest first. */
    static List<String> versionsOfState() throws IOException {
        return directories(STATE);
    }

    static Contract read(String version) throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        for (String kind : List.of(Contract.INPUTS, Contract.OUTPUTS, Contract.STATE)) {
            try (Stream<Path> files = Files.list(schemas(version, kind))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".avsc")).toList()) {
                    Schema schema = new Schema.Parser().parse(Files.readString(file));
                    schemas.put(kind + "/" + schema.getName(), schema);
                }
            }
        }
        Map<String, String> topics = new TreeMap<>();
        for (String line : Files.readAllLines(GOLDEN.resolve(version).resolve(TOPICS))) {
            int space = line.indexOf(' ');
            topics.put(line.substring(0, space), line.substring(space + 1));
        }
        return new Contract(version, schemas, topics);
    }

    /** The bytes of an example as a version wrote them. */
    static byte[] bytes(String version, String name) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(version).resolve(name + ".bin"));
    }

    /** What the example says. */
    static String json(String version, String name) throws IOException {
        return Files.readString(GOLDEN.resolve(version).resolve(name + ".json"));
    }

    /** Records a contract under its version. */
    static void write(Contract contract) throws IOException {
        Path golden = GOLDEN.resolve(contract.version());
        for (Path directory : List.of(golden, STATE.resolve(contract.version()))) {
            if (Files.exists(directory)) {
                throw new FileAlreadyExistsException(directory + " exists: a recorded version is not replaced");
            }
        }
        for (Map.Entry<String, Schema> each : contract.schemas().entrySet()) {
            String kind = each.getKey().substring(0, each.getKey().indexOf('/'));
            Schema schema = each.getValue();
            Path schemas = Files.createDirectories(schemas(contract.version(), kind));
            Files.writeString(
                    schemas.resolve(schema.getName() + ".avsc"), SchemaFormatter.format("json/pretty", schema) + "\n");
            Path examples = Files.createDirectories(golden.resolve(kind));
            IndexedRecord example = Example.of(schema);
            Files.write(
                    examples.resolve(schema.getName() + ".bin"),
                    kind.equals(Contract.STATE) ? Encoded.inState(example) : Encoded.onWire(example));
            Files.writeString(examples.resolve(schema.getName() + ".json"), Encoded.json(example, schema));
        }
        List<String> topics = new ArrayList<>();
        contract.topics().forEach((topic, holds) -> topics.add(topic + " " + holds));
        Files.write(golden.resolve(TOPICS), topics);
    }

    private static Path schemas(String version, String kind) {
        return kind.equals(Contract.STATE)
                ? STATE.resolve(version)
                : GOLDEN.resolve(version).resolve(kind);
    }

    private static List<String> directories(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(each -> each.getFileName().toString())
                    .sorted(Comparator.comparing(GoldenFiles::numbers, Arrays::compare))
                    .toList();
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
