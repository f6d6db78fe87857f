package titian.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.SentInPieces;
import titian.inspection.Samples;

/** What people see while the disk has no room: what is wrong, what is safe, and when to come again. */
@TitianTest
class FullDiskTest {

    /** A file system that has not one free byte, on every Linux. */
    private static final Path FULL = Path.of("/proc");

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    DocumentDesk documents;

    @Value("${titian.data}")
    Path data;

    Path aside;
    Path roomy;
    Person person;

    @BeforeEach
    void somebodyWhoHasHandedInACard() throws IOException {
        assumeTrue(Files.isDirectory(FULL) && Files.getFileStore(FULL).getUsableSpace() == 0, "no full file system");
        aside = data.resolve("documents").resolve("incoming").toAbsolutePath();
        roomy = aside.resolveSibling("incoming-with-room");
        person = new Person(browser);
    }

    @AfterEach
    void thereIsRoomAgain() throws IOException {
        if (Files.isSymbolicLink(aside)) {
            Files.delete(aside);
            Files.move(roomy, aside);
        }
    }

    @Test
    void aFormsFileIsRefusedInWordsWithAllElseSafeAndTakenWhenThereIsRoom() throws IOException {
        var id = person.before("dokumen");
        person.upload(id, DocumentKind.KTP, Samples.png());
        var before = documents.of(id);
        var family = Samples.png();

        theDiskIsFull();
        for (var press : new String[] {"first", "second"}) {
            assertThat(person.upload(id, DocumentKind.KK, family))
                    .as(press)
                    .hasStatus(422)
                    .bodyText()
                    .contains("penyimpanan kami sedang penuh", "tetap aman", "Coba unggah lagi", "errsum", "foto.jpg")
                    .doesNotContain("Exception", data.getFileName().toString());
        }
        assertThat(documents.of(id)).isEqualTo(before);
        assertThat(person.get("/permohonan/" + id + "/dokumen?lang=en"))
                .as("what is there can be seen")
                .hasStatusOk()
                .bodyText()
                .contains("foto.jpg");
        assertThat(person.answer(id, "perdim", person.answers("perdim")))
                .as("answers need no room on that disk")
                .hasStatus3xxRedirection();

        thereIsRoomAgain();
        assertThat(person.upload(id, DocumentKind.KK, family)).hasRedirectedUrl("/permohonan/" + id + "/dokumen#KK-l");
        assertThat(documents.of(id)).hasSize(2);
    }

    /** It lies with the answers until a day has passed, and need not be sent once more. */
    @Test
    void aFileThatCamePieceByPieceWaitsUntilThereIsRoom() throws IOException {
        var id = person.before("dokumen");
        person.upload(id, DocumentKind.KTP, Samples.png());
        theDiskIsFull();
        var number = SentInPieces.by(person.me.account(), Samples.png(), house);
        var form = Map.of("jenis", "KK", "unggahan", number, "nama", "kk.png");

        assertThat(person.answer(id, "dokumen", form))
                .hasStatus(422)
                .bodyText()
                .contains("penyimpanan kami sedang penuh");

        thereIsRoomAgain();
        assertThat(person.answer(id, "dokumen", form)).hasRedirectedUrl("/permohonan/" + id + "/dokumen#KK-l");
        assertThat(documents.of(id)).hasSize(2);
    }

    private void theDiskIsFull() throws IOException {
        Files.move(aside, roomy);
        Files.createSymbolicLink(aside, FULL);
    }
}
