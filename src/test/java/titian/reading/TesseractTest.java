package titian.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import titian.inspection.Samples;
import titian.inspection.SomeInspections;

/** The program that reads, where it is installed; and programs in its place that do what it should not. */
class TesseractTest {

    private static final Path INSTALLED = Path.of("/usr/bin/tesseract");
    private static final Duration SOON = Duration.ofMillis(300);

    @TempDir
    Path folder;

    @Test
    void aCardAndThePassportsLinesAreReadOnAGoodPhotograph() {
        assumeTrue(Files.isExecutable(INSTALLED), "tesseract is not installed");
        var tesseract = new Tesseract(INSTALLED.toString(), Duration.ofSeconds(20));
        var card = photo(
                Font.SANS_SERIF,
                "PROVINSI DKI JAKARTA",
                "NIK : 3174025708900001",
                "Nama : SITI RAHMAWATI",
                "Tempat/Tgl Lahir : JAKARTA, 17-08-1990");
        assertThat(tesseract.read(card).map(CardText::read))
                .contains(new Reading("3174025708900001", "SITI RAHMAWATI", LocalDate.of(1990, 8, 17), null, true));
        var lines = photo(
                Font.MONOSPACED,
                "P<IDNRAHMAWATI<<SITI<<<<<<<<<<<<<<<<<<<<<<<<",
                "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
        var read = MachineZone.read(tesseract.read(lines).orElseThrow(), LocalDate.of(2026, 11, 30));
        assertThat(read.passportNumber()).isEqualTo("L898902C3");
        assertThat(read.birthDate()).isEqualTo(LocalDate.of(1974, 8, 12));
        assertThat(read.sumsHold()).isTrue();
    }

    @Test
    void whatStandsOnItsHeadIsNotMadeOut() throws IOException {
        assumeTrue(Files.isExecutable(INSTALLED), "tesseract is not installed");
        var tesseract = new Tesseract(INSTALLED.toString(), Duration.ofSeconds(20));
        var card = photo(Font.SANS_SERIF, "PROVINSI DKI JAKARTA", "NIK : 3174025708900001", "Nama : SITI RAHMAWATI");
        assertThat(tesseract.read(SomeInspections.onItsHead(card)).map(CardText::read))
                .contains(Reading.NOTHING);
        assertThat(tesseract
                        .read(SomeInspections.onItsHead(SomeInspections.onItsHead(card)))
                        .map(text -> CardText.read(text).nik()))
                .contains("3174025708900001");
    }

    @Test
    @Timeout(10)
    void whoTakesTooLongIsEnded() throws IOException {
        assertThat(program("exec sleep 60", SOON).read(new byte[100_000])).isEmpty();
        assertThat(program("cat; sleep 60", SOON).read(new byte[1_000_000])).isEmpty();
    }

    @Test
    @Timeout(10)
    void whoTalksWithoutEndIsEnded() throws IOException {
        assertThat(program("yes NIK", SOON).read(new byte[10])).isEmpty();
    }

    @Test
    void whoFallsOrIsNotThereHasReadNothing() throws IOException {
        assertThat(program("echo half a word; exit 3", SOON).read(new byte[10])).isEmpty();
        assertThat(new Tesseract(folder.resolve("missing").toString(), SOON).read(new byte[10]))
                .isEmpty();
        assertThat(new Tesseract("", SOON).isNamed()).isFalse();
    }

    @Test
    void itKnowsNothingOfOurSecrets() throws IOException {
        assertThat(program("cat >/dev/null; env", Duration.ofSeconds(5)).read(new byte[10]))
                .hasValueSatisfying(told -> assertThat(told.lines().map(line -> line.replaceFirst("=.*", "")))
                        .isSubsetOf(List.of("PATH", "OMP_THREAD_LIMIT", "PWD", "OLDPWD", "_", "SHLVL")));
    }

    private Tesseract program(String does, Duration patience) throws IOException {
        var script = Files.writeString(Files.createTempFile(folder, "reader", ".sh"), "#!/bin/sh\n" + does + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return new Tesseract(script.toString(), patience);
    }

    private static byte[] photo(String font, String... lines) {
        var photo = new BufferedImage(1600, 120 + 90 * lines.length, BufferedImage.TYPE_3BYTE_BGR);
        var pen = photo.createGraphics();
        pen.setColor(new Color(225, 232, 238));
        pen.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        pen.setColor(new Color(25, 25, 35));
        pen.setFont(new Font(font, Font.PLAIN, 52));
        for (int i = 0; i < lines.length; i++) {
            pen.drawString(lines[i], 60, 110 + 90 * i);
        }
        pen.dispose();
        return Samples.file(photo, "jpg");
    }
}
