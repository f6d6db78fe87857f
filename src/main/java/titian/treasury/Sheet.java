package titian.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as people take it along, written row by row: CSV or XLSX. A cell is a number, a day or a text; no text is ever
 * taken for a formula by the program that opens it.
 */
interface Sheet extends AutoCloseable {

    void row(List<?> cells);

    @Override
    void close();

    /** Comma-separated, in UTF-8 with the mark by which spreadsheets know it. */
    static Sheet csv(OutputStream out) {
        var writer = new OutputStreamWriter(out, UTF_8);
        write(writer, "\uFEFF");
        return new Sheet() {
            @Override
            public void row(List<?> cells) {
                write(writer, String.join(",", cells.stream().map(Sheet::quoted).toList()) + "\r\n");
            }

            @Override
            public void close() {
                try {
                    writer.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** A workbook of one sheet. */
    static Sheet xlsx(OutputStream out, String name) {
        var book = new Workbook(out, "Titian", "1.0");
        var sheet = book.newWorksheet(name);
        return new Sheet() {
            private int row;

            @Override
            public void row(List<?> cells) {
                for (int column = 0; column < cells.size(); column++) {
                    put(sheet, row, column, cells.get(column));
                }
                row++;
                if (row % 500 == 0) {
                    flush();
                }
            }

            private void flush() {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                try {
                    book.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        switch (cell) {
            case BigDecimal amount
            when amount.scale() > 0 -> {
                sheet.value(row, column, amount);
                sheet.style(row, column)
                        .format("#,##0." + "0".repeat(amount.scale()))
                        .set();
            }
            case Number number -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format("#,##0").set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, cell.toString());
        }
    }

    /**
     * A text that begins like a formula gets an apostrophe before it: programs that open the table would otherwise
     * compute it.
     */
    static String quoted(Object cell) {
        var text = cell.toString();
        if (cell instanceof Number) {
            return text;
        }
        var harmless = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static void write(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
