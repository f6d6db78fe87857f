package titian.reconciliation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file being read, item by item. Between two items it can be left and taken up again elsewhere. */
interface Reading {

    /** Nothing at the end of the file. */
    @Nullable
    Line next() throws IOException;

    long position();

    long line();

    @Nullable
    Long balance();

    /** Opens a file's bytes from a place on. */
    interface Bytes {

        InputStream from(long position);
    }

    /** Takes a file up where its reading was left; empty if it is nothing we can read. */
    static Optional<Reading> of(DailyFile file, Bytes bytes) throws IOException {
        var first = new RawLines(bytes.from(0), 0, 0);
        var heading = first.next();
        while (heading != null && heading.text().isBlank()) {
            heading = first.next();
        }
        if (heading == null || !heading.whole()) {
            return Optional.empty();
        }
        var text = heading.text();
        var begins = file.position() == 0;
        if (StatementReading.begins(text)) {
            return Optional.of(new StatementReading(
                    new RawLines(bytes.from(file.position()), file.position(), file.line()), file.balance()));
        }
        var position = begins ? first.position() : file.position();
        var line = begins ? first.number() : file.line();
        return TableReading.columns(text)
                .map(columns -> new TableReading(new RawLines(bytes.from(position), position, line), columns));
    }
}
