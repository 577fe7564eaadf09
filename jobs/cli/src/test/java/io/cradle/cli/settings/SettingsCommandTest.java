package io.cradle.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.rollup.config.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsCommandTest {

    @Test
    void pageOfTheDocumentationIsUpToDate() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "settings.md"));
        assertEquals(
                page,
                Executed.of("settings", "--markdown").out(),
                "run: cradle settings --markdown > docs/settings.md");
    }

    @Test
    void everySettingIsPrintedWithItsDefault() {
        String text = Executed.of("settings").out();
        Options.all()
                .forEach(setting ->
                        assertTrue(text.contains(setting.key() + " = " + setting.defaultText()), setting.key()));
    }
}
