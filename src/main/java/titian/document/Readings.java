package titian.document;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.inspection.Hint;
import titian.reading.Reading;
import titian.seal.HoldsSealed;
import titian.seal.SealedColumns;
import titian.seal.Seals;
import titian.shared.ApplicationId;
import titian.shared.UploadId;

/** What was read on each paper, sealed as one text: a line for each thing that can be read. */
@Repository
class Readings implements HoldsSealed {

    private static final String SAID = "document.said";

    private static final SealedColumns SEALED = new SealedColumns("document.reading", "upload", Map.of("said", SAID));
    private static final int MOST_KINDS = 50;
    private static final int LINES = 5;

    private final JdbcClient db;
    private final Seals seals;

    Readings(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** A file that nobody has read. */
    record Unread(ApplicationId application, UploadId upload) {}

    /** The newest first: whoever handed one in may still be at the page. */
    List<Unread> unread(int most) {
        return db.sql("""
                        SELECT id, application
                          FROM document.upload
                         WHERE read_at IS NULL
                           AND kind IN ('KTP', 'PASPOR_LAMA')
                           AND scan <> 'INFECTED'
                         ORDER BY at DESC
                         LIMIT :most
                        """)
                .param("most", most)
                .query((row, _) -> new Unread(
                        new ApplicationId(row.getObject("application", UUID.class)),
                        new UploadId(row.getObject("id", UUID.class))))
                .list();
    }

    /** A paper is read once. */
    void add(UploadId upload, Reading reading, boolean onItsHead, Instant now) {
        var isFirst = db.sql("""
                        UPDATE document.upload
                           SET read_at = :now, hints = hints || :seen::text[]
                         WHERE id = :upload AND read_at IS NULL
                        """)
                        .param("now", now.atOffset(UTC))
                        .param("seen", onItsHead ? new String[] {Hint.UPSIDE_DOWN.name()} : new String[0])
                        .param("upload", upload.value())
                        .update()
                == 1;
        if (isFirst && !reading.isNothing()) {
            db.sql("INSERT INTO document.reading (upload, said) VALUES (:upload, :said)")
                    .param("upload", upload.value())
                    .param("said", seals.seal(text(reading), SAID))
                    .update();
        }
    }

    /** Of the files that count now. */
    Map<DocumentKind, Reading> of(ApplicationId application) {
        return db
                .sql("""
                        SELECT c.kind, r.said
                          FROM document.current_upload c
                          JOIN document.reading r ON r.upload = c.upload
                         WHERE c.application = :application
                         LIMIT :most
                        """)
                .param("application", application.value())
                .param("most", MOST_KINDS)
                .query((row, _) -> Map.entry(
                        DocumentKind.valueOf(row.getString("kind")), reading(seals.open(row.getString("said"), SAID))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String table() {
        return SEALED.table();
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        return SEALED.anew(db, seals, after, most);
    }

    private static String text(Reading reading) {
        return String.join(
                "\n",
                requireNonNullElse(reading.nik(), ""),
                requireNonNullElse(reading.name(), ""),
                reading.birthDate() == null ? "" : reading.birthDate().toString(),
                requireNonNullElse(reading.passportNumber(), ""),
                String.valueOf(reading.sumsHold()));
    }

    private static Reading reading(String text) {
        var lines = text.split("\n", LINES);
        var birthDate = orNothing(lines[2]);
        return new Reading(
                orNothing(lines[0]),
                orNothing(lines[1]),
                birthDate == null ? null : LocalDate.parse(birthDate),
                orNothing(lines[3]),
                Boolean.parseBoolean(lines[4]));
    }

    private static @Nullable String orNothing(String line) {
        return line.isEmpty() ? null : line;
    }
}
