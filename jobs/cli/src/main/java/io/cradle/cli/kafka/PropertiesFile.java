package io.cradle.cli.kafka;

import io.cradle.cli.CommandException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Properties files as a user names them. */
public final class PropertiesFile {
    private PropertiesFile() {}

    /**
     * Texts by key.
     *
     * @param what the file is, for the complaint
     * @throws CommandException if it cannot be read
     */
    public static Map<String, String> read(String what, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(
                    what + " " + file + " cannot be read: name a readable properties file in UTF-8", e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }
}
