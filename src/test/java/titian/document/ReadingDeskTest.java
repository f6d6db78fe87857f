package titian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.inspection.Hint;
import titian.inspection.Samples;
import titian.reading.Difference;
import titian.reading.SomeReaders;
import titian.reading.Tesseract;
import titian.reading.Typed;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/** Papers are read while nobody waits, once each, and only who may see them learns what stood there. */
@TitianTest
class ReadingDeskTest {

    private static final int ALL = 10_000;

    /** The newest come first. */
    private static final int FEW = 2;

    private static final Typed TYPED =
            new Typed("SITI RAHMAWATI", Nik.of("3174025708900001"), LocalDate.of(1990, 8, 17), null);

    @Autowired
    DocumentDesk documents;

    @Autowired
    SheetDesk sheets;

    @Autowired
    Uploads uploads;

    @Autowired
    Readings readings;

    @Autowired
    OwnFiles ownFiles;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private final ApplicationId application = ApplicationId.next();

    @Test
    void whatStandsThereOtherwiseIsSaidOfThatPaper() throws IOException {
        var card = store(DocumentKind.KTP);
        store(DocumentKind.KK);
        var desk = desk("cat >/dev/null; echo 'NIK : 3174025708900002'; echo 'Nama : SITI RAHMAWATI'");
        desk.readLeftOver(FEW);
        assertThat(desk.differing(application, TYPED)).isEqualTo(Map.of(DocumentKind.KTP, Set.of(Difference.NIK)));
        assertThat(db.sql("SELECT said FROM document.reading WHERE upload = ?")
                        .param(card.id().value())
                        .query(String.class)
                        .single())
                .startsWith("§")
                .doesNotContain("3174025708900002");
    }

    @Test
    void aPaperIsReadOnceAndItsReplacementAnew() throws IOException {
        store(DocumentKind.KTP);
        desk("cat >/dev/null; echo 'NIK : 3174025708900002'").readLeftOver(FEW);
        var other = desk("cat >/dev/null; echo 'NIK : 3174025708900001'");
        other.readLeftOver(FEW);
        assertThat(other.differing(application, TYPED)).containsValue(Set.of(Difference.NIK));
        store(DocumentKind.KTP);
        assertThat(other.differing(application, TYPED)).as("not read yet").isEmpty();
        other.readLeftOver(FEW);
        assertThat(other.differing(application, TYPED)).containsValue(Set.of());
    }

    /** The program makes nothing of the first picture it is given and something of the second. */
    @Test
    void aPaperThatCanOnlyBeReadTurnedStandsOnItsHead() throws IOException {
        store(DocumentKind.KTP);
        var been = folder.resolve("been");
        var desk = desk(
                "cat >/dev/null; if [ -e %1$s ]; then echo 'NIK : 3174025708900001'; fi; touch %1$s".formatted(been));
        desk.readLeftOver(1);
        assertThat(documents.of(application))
                .singleElement()
                .satisfies(card -> assertThat(card.hints()).contains(Hint.UPSIDE_DOWN));
        assertThat(desk.differing(application, TYPED)).containsValue(Set.of());
    }

    @Test
    void aProgramThatFallsIsNotAskedAgainAboutTheSamePaper() throws IOException {
        var card = store(DocumentKind.KTP);
        desk("exit 1").readLeftOver(FEW);
        assertThat(readings.unread(ALL)).extracting(Readings.Unread::upload).doesNotContain(card.id());
        assertThat(readings.of(application)).isEmpty();
    }

    @Test
    void withoutAProgramNothingIsReadAndNothingLost() {
        var card = store(DocumentKind.KTP);
        desk(SomeReaders.none()).readLeftOver(FEW);
        assertThat(readings.unread(ALL)).extracting(Readings.Unread::upload).contains(card.id());
        assertThat(documents.of(application)).containsExactly(card);
    }

    @Test
    void peopleAreToldWhatWasReadOnTheirPapers() throws IOException {
        store(DocumentKind.KTP);
        store(DocumentKind.KK);
        desk("cat >/dev/null; echo 'NIK : 3174025708900002'; echo 'Nama : SITI RAHMAWATI'")
                .readLeftOver(FEW);
        assertThat(ownFiles.about(AccountId.next(), List.of(application)))
                .extracting(file -> file.get("kind"), file -> file.get("read_by_program"))
                .containsExactlyInAnyOrder(
                        tuple("KTP", Map.of("nik", "3174025708900002", "name", "SITI RAHMAWATI")),
                        tuple("KK", Map.of()));
    }

    private Upload store(DocumentKind kind) {
        return documents.store(application, AccountId.next(), kind, "a.jpg", Samples.stream(Samples.jpeg()));
    }

    private ReadingDesk desk(String does) throws IOException {
        var script = Files.writeString(Files.createTempFile(folder, "reader", ".sh"), "#!/bin/sh\n" + does + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return desk(SomeReaders.of(script));
    }

    private ReadingDesk desk(Tesseract reader) {
        return new ReadingDesk(reader, sheets, uploads, readings, transaction, clock);
    }
}
