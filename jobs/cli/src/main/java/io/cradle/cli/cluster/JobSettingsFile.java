package io.cradle.cli.cluster;

import io.cradle.cli.CommandException;
import io.cradle.rollup.config.Setting;
import io.cradle.rollup.config.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;

/** The settings of the job in a cluster: the shipped file and what is changed in it, read at every start of the job. */
final class JobSettingsFile {
    private final Path file;
    private final Properties properties = new Properties();

    /** {@code shipped} stays as it is; {@code file} is written. */
    JobSettingsFile(Path shipped, Path file, Map<String, String> changed) {
        this.file = file;
        try (var reader = Files.newBufferedReader(shipped)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new CommandException("the shipped settings " + shipped + " cannot be read: " + e.getMessage(), e);
        }
        properties.putAll(changed);
        write();
    }

    Path path() {
        return file;
    }

    Settings settings() {
        return Settings.load(file);
    }

    /** Changes a setting for the next start of the job. */
    void change(Setting<?> setting, String text) {
        properties.setProperty(setting.key(), text);
        write();
    }

    private void write() {
        // Moved into place, so that a job that starts at this moment reads the old file or the new one.
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (OutputStream out = Files.newOutputStream(draft)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new CommandException("the settings " + draft + " cannot be written: " + e.getMessage(), e);
        }
        move(draft);
    }

    private void move(Path draft) {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandException("the settings " + file + " cannot be replaced: " + e.getMessage(), e);
        }
    }
}
