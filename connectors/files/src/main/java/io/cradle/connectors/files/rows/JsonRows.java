package io.cradle.connectors.files.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.cradle.connectors.files.FileFormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.NoSuchElementException;

/** The rows of a JSON Lines file: one object on a line, the keys are column names; empty lines are passed over. */
final class JsonRows implements Rows {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final TopicFile file;
    private final FileText text;
    private final BufferedReader lines;
    private final TopicColumns columns;
    private final Header header;
    private long line;
    private Row ahead;

    private JsonRows(TopicFile file, FileText text) {
        this.file = file;
        this.text = text;
        this.lines = new BufferedReader(new LineLimit(text.reader()));
        this.columns = TopicColumns.of(file.topic());
        this.header = Header.inOrder(columns);
        this.ahead = read();
    }

    static JsonRows open(TopicFile file) {
        FileText text = FileText.open(file);
        try {
            return new JsonRows(file, text);
        } catch (FileFormatException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Row next() {
        if (ahead == null) {
            throw new NoSuchElementException(file.name());
        }
        Row row = ahead;
        ahead = read();
        return row;
    }

    @Override
    public long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public void close() {
        text.close();
    }

    private Row read() {
        try {
            String json = lines.readLine();
            line++;
            while (json != null && json.isBlank()) {
                json = lines.readLine();
                line++;
            }
            return json == null ? null : row(json);
        } catch (LineLimit.Exceeded e) {
            throw FileFormatException.at(file.name(), line + 1, e.getMessage() + "; put one object on each line");
        } catch (IOException e) {
            throw text.complaint(e);
        }
    }

    private Row row(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noObject("it begins otherwise");
            }
            String[] cells = new String[header.width()];
            boolean[] named = new boolean[header.width()];
            for (int number = 1; parser.nextToken() != JsonToken.END_OBJECT; number++) {
                String name = parser.currentName();
                int place = Header.placeOf(file, line, columns, name, number);
                if (named[place]) {
                    throw FileFormatException.at(file.name(), line, "column '" + name + "' stands twice; keep one");
                }
                named[place] = true;
                cells[place] = cell(parser, name);
            }
            if (parser.nextToken() != null) {
                throw noObject("something follows it");
            }
            return Row.ofJson(line, header, cells, json);
        } catch (JsonProcessingException e) {
            throw noObject(e.getOriginalMessage());
        }
    }

    /** A number goes over as it is written: every digit counts. */
    private String cell(JsonParser parser, String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value == null || !value.isScalarValue()) {
            throw FileFormatException.at(
                    file.name(), line, "column '" + name + "' holds an object or a list; give one string or number");
        }
        return parser.getText();
    }

    private FileFormatException noObject(String why) {
        return FileFormatException.at(
                file.name(),
                line,
                "is not one JSON object such as {\"network\": \"n\", \"amount\": \"1.5\"} (" + oneLine(why) + ")");
    }

    private static String oneLine(String why) {
        return why.replaceAll("\\s+", " ").strip();
    }
}
