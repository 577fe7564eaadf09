package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.InputFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a file unusable, and the sentence that says so. */
class BrokenFileTest {
    private static final String NAME = "meter-readings.csv";

    @TempDir
    Path tmp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "network,metre|, line 1: unknown column 'metre'; the nearest one that meter-readings has is 'meter'",
                "network, unit|, line 1: unknown column ' unit'; the nearest one that meter-readings has is 'unit'",
                "network,meter,network|, line 1: column 'network' stands twice, as columns 1 and 3; keep one",
                "network,,meter|, line 1: column 2 has no name; name it or take it out of every row",
                "network;meter|, line 1: columns are separated by a semicolon or a tab; separate them by commas",
            })
    void headers(String header, String complaint) throws IOException {
        assertEquals(NAME + complaint, complaintAbout(InputFiles.write(tmp, NAME, header, "n,m1")));
    }

    @Test
    void aFileWithoutAHeader() throws IOException {
        String complaint = ": is empty; its first line must name the columns";
        assertEquals(NAME + complaint, complaintAbout(InputFiles.bytes(tmp, NAME, new byte[0])));
        assertEquals(NAME + complaint, complaintAbout(InputFiles.write(tmp, NAME, "", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n,m2,extra|has 3 cells, the header 2; quote a cell that holds a comma, or name the column",
                "n,\"m2|a quote is opened and never closed; close it, or double it inside a cell",
                "n,\"m2\" and more|text follows a closing quote; double a quote that belongs to the cell",
            })
    void rows(String row, String complaint) throws IOException {
        assertEquals(
                NAME + ", line 3: " + complaint,
                complaintAbout(InputFiles.write(tmp, NAME, "network,meter", "n,m1", row)));
    }

    @Test
    void aQuoteLeftOpenWithoutALineEnd() throws IOException {
        Path path = InputFiles.bytes(tmp, NAME, "network,meter\nn,\"".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                NAME + ", line 2: a quote is opened and never closed; close it, or double it inside a cell",
                complaintAbout(path));
    }

    @Test
    void aQuoteLeftOpenInALargeFile() throws IOException {
        String rest = "x".repeat(17_000_000);
        assertEquals(
                NAME + ", line 2: a cell goes on for more than 1048576 characters; close the quote that it begins with",
                complaintAbout(InputFiles.write(tmp, NAME, "network,meter", "n,\"" + rest)));
    }

    @Test
    void aRowOfCommasWithoutEnd() throws IOException {
        assertEquals(
                NAME + ", line 2: the row goes on for more than 1048576 characters; end it with a line end",
                complaintAbout(InputFiles.write(tmp, NAME, "network,meter", ",".repeat(2_000_000))));
    }

    @Test
    void aRowThatFeignsTheEnd() throws IOException {
        assertEquals(
                NAME + ": holds the character U+FFFF, which is reserved and no text; take it out",
                complaintAbout(InputFiles.write(tmp, NAME, "network,meter", "n,m1", "\uFFFE\uFFFF", "n,m2")));
    }

    @Test
    void aComplaintAboutALongNameIsShort() throws IOException {
        String complaint = complaintAbout(InputFiles.write(tmp, NAME, "network," + "x".repeat(900_000), "n,m1"));
        assertTrue(complaint.startsWith(NAME + ", line 1: unknown column 'xxx"), complaint);
        assertTrue(complaint.length() < 1_100, complaint.length() + " characters");
    }

    @Test
    void aBrokenLineThatGoesOnInALargeFile() throws IOException {
        byte[] bytes = ("network,meter\nn,m1\nn,\u00ff" + "x".repeat(9_000_000)).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                NAME + ", line 3: holds bytes that are not UTF-8; save the file as UTF-8",
                complaintAbout(InputFiles.bytes(tmp, NAME, bytes)));
    }

    @Test
    void bytesThatAreNotUtf8AreFoundFarBehindTheBuffers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("network,meter\r\n".getBytes(StandardCharsets.UTF_8));
        for (int line = 2; line < 50_000; line++) {
            bytes.writeBytes("n,mètre\r\n".getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes("n,mètre\r\nn,m\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                NAME + ", line 50000: holds bytes that are not UTF-8; save the file as UTF-8",
                complaintAbout(InputFiles.bytes(tmp, NAME, bytes.toByteArray())));
    }

    @Test
    void aCharacterCutOffAtTheEnd() throws IOException {
        byte[] whole = "network,meter\nn,é".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                NAME + ", line 2: holds bytes that are not UTF-8; save the file as UTF-8",
                complaintAbout(InputFiles.bytes(tmp, NAME, Arrays.copyOf(whole, whole.length - 1))));
    }

    @Test
    void utf16() throws IOException {
        assertEquals(
                NAME + ", line 1: holds bytes that are not UTF-8; save the file as UTF-8",
                complaintAbout(InputFiles.bytes(tmp, NAME, "network,meter\n".getBytes(StandardCharsets.UTF_16))));
    }

    @Test
    void zippedBytesThatAreNotUtf8() throws IOException {
        Path plain = InputFiles.zipped(tmp, NAME + ".gz", "network,meter", "n,m1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("network,meter\nn,\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.write(plain, bytes.toByteArray());
        assertEquals(
                NAME + ".gz, line 2: holds bytes that are not UTF-8; save the file as UTF-8", complaintAbout(plain));
    }

    @Test
    void textThatIsNotZipped() throws IOException {
        assertEquals(
                NAME + ".gz: is not a whole gzip file (Not in GZIP format); zip it again, or give it unzipped",
                complaintAbout(InputFiles.write(tmp, NAME + ".gz", "network,meter", "n,m1")));
    }

    @Test
    void aZipCutOff() throws IOException {
        Path path = InputFiles.zipped(tmp, NAME + ".gz", "network,meter", "n,m1", "n,m2");
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 12));
        String complaint = complaintAbout(path);
        assertTrue(complaint.startsWith(NAME + ".gz: is not a whole gzip file (Unexpected end"), complaint);
    }

    private static String complaintAbout(Path path) {
        return assertThrows(FileFormatException.class, () -> CsvRowsTest.read(path))
                .getMessage();
    }
}
