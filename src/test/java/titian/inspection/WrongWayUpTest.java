package titian.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An identity card and a family card, each way up, as light and dark alone tell it: lying on either side is said; on its
 * head is not, for only reading tells that (docs/adr/0103).
 */
class WrongWayUpTest {

    private static final List<String> LABELS = List.of(
            "NIK",
            "Nama",
            "Tempat/Tgl Lahir",
            "Jenis Kelamin",
            "Alamat",
            "    RT/RW",
            "    Kel/Desa",
            "    Kecamatan",
            "Agama",
            "Status Perkawinan",
            "Pekerjaan",
            "Kewarganegaraan",
            "Berlaku Hingga");

    private static final int QUARTER_RIGHT = 6;
    private static final int QUARTER_LEFT = 8;
    private static final int HALF = 3;

    @TempDir
    Path folder;

    /** A paper people hand in. */
    enum Paper {
        KTP,
        KK;

        BufferedImage photographed() {
            var photo = new BufferedImage(1600, 1100, BufferedImage.TYPE_INT_RGB);
            var pen = photo.createGraphics();
            pen.setColor(new Color(110, 100, 90));
            pen.fillRect(0, 0, 1600, 1100);
            switch (this) {
                case KTP -> card(pen);
                case KK -> sheet(pen);
            }
            pen.dispose();
            return photo;
        }

        /** Province and regency in the middle, lines at the left, a portrait at the right. */
        private static void card(Graphics2D pen) {
            var chance = new Random(5);
            pen.setColor(new Color(150, 190, 215));
            pen.fillRect(120, 120, 1360, 860);
            pen.setColor(new Color(200, 60, 50));
            pen.fillRect(1120, 300, 300, 400);
            pen.setColor(new Color(60, 40, 30));
            pen.fillOval(1190, 360, 160, 200);
            pen.setColor(new Color(30, 30, 40));
            pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 46));
            pen.drawString("PROVINSI DKI JAKARTA", 520, 190);
            pen.drawString("JAKARTA SELATAN", 570, 250);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
            for (int i = 0; i < LABELS.size(); i++) {
                pen.drawString(LABELS.get(i), 160, 330 + i * 44);
                pen.drawString(": " + word(chance, 10 + chance.nextInt(12)), 460, 330 + i * 44);
            }
        }

        /** Two tables of a dozen rows, ruled all over. */
        private static void sheet(Graphics2D pen) {
            var chance = new Random(6);
            pen.setColor(new Color(238, 238, 232));
            pen.fillRect(60, 60, 1480, 980);
            pen.setColor(new Color(30, 30, 40));
            pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
            pen.drawString("KARTU KELUARGA", 600, 120);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
            for (int row = 0; row < 24; row++) {
                int y = 180 + row * 34;
                pen.drawLine(90, y, 1510, y);
                for (int column = 0; column < 7; column++) {
                    int x = 90 + column * 203;
                    pen.drawLine(x, y, x, y + 34);
                    pen.drawString(word(chance, 6 + chance.nextInt(8)), x + 8, y + 25);
                }
            }
        }

        private static String word(Random chance, int letters) {
            var word = new StringBuilder();
            while (word.length() < letters) {
                word.append((char) ('A' + chance.nextInt(26)));
            }
            return word.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onEitherSideIsSaid(Paper paper) throws IOException {
        assertThat(Quality.of(turned(paper, QUARTER_RIGHT))).contains(Hint.SIDEWAYS);
        assertThat(Quality.of(turned(paper, QUARTER_LEFT))).contains(Hint.SIDEWAYS);
    }

    @ParameterizedTest
    @EnumSource
    void uprightAndOnItsHeadAreNot(Paper paper) throws IOException {
        assertThat(Quality.of(paper.photographed())).doesNotContain(Hint.SIDEWAYS, Hint.UPSIDE_DOWN);
        assertThat(Quality.of(turned(paper, HALF))).doesNotContain(Hint.SIDEWAYS, Hint.UPSIDE_DOWN);
    }

    /** Whoever held the phone on its side did nothing wrong: the phone noted it, and the picture is set upright. */
    @ParameterizedTest
    @EnumSource
    void whatThePhoneNotedIsMendedAndNotSaid(Paper paper) throws IOException {
        var photo = PicturesTest.withExif(
                Samples.file(turned(paper, QUARTER_LEFT), "jpg"), QUARTER_RIGHT, java.nio.ByteOrder.BIG_ENDIAN);

        var safe = Pictures.safe(Files.write(folder.resolve("a"), photo), FileType.JPEG);

        assertThat(safe.hints()).doesNotContain(Hint.SIDEWAYS);
        assertThat(Samples.picture(safe.content()).getWidth()).isEqualTo(1600);
    }

    private static BufferedImage turned(Paper paper, int how) {
        var upright = paper.photographed();
        var orientation = new Orientation(how);
        var turned = orientation.liesOnItsSide()
                ? new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.drawImage(upright, orientation.upright(upright.getWidth(), upright.getHeight()), null);
        pen.dispose();
        return turned;
    }
}
