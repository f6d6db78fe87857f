package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final int POINTS = 4;

    @Test
    void theDrawingIsReadAtFourPointsAModule() throws Exception {
        var svg = draw("Kode");
        var side = SIDE.matcher(svg).results().findFirst().orElseThrow();
        var picture = blank(Integer.parseInt(side.group(1)) * POINTS);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        BAR.matcher(svg)
                .results()
                .forEach(bar -> pen.fillRect(
                        Integer.parseInt(bar.group(1)) * POINTS,
                        Integer.parseInt(bar.group(2)) * POINTS,
                        Integer.parseInt(bar.group(3)) * POINTS,
                        POINTS));
        assertThat(read(picture)).isEqualTo("7Q4M2KXP");
    }

    @Test
    void thePictureIsRead() throws Exception {
        var address = QrCode.of("7Q4M2KXP").png();
        var bytes = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
        assertThat(read(ImageIO.read(new ByteArrayInputStream(bytes)))).isEqualTo("7Q4M2KXP");
    }

    @Test
    void fourModulesAroundItStayWhite() {
        assertThat(BAR.matcher(draw("Kode")).results())
                .isNotEmpty()
                .allSatisfy(bar -> assertThat(Integer.parseInt(bar.group(1))).isBetween(4, 24))
                .allSatisfy(bar -> assertThat(Integer.parseInt(bar.group(2))).isBetween(4, 24));
    }

    @Test
    void whatItSaysCannotBecomeMarkup() {
        assertThat(draw("\"><script>")).doesNotContain("<script>");
    }

    private static String draw(String label) {
        var page = new StringOutput();
        QrCode.of("7Q4M2KXP").svg(label).writeTo(new OwaspHtmlTemplateOutput(page));
        return page.toString();
    }

    private static BufferedImage blank(int side) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.dispose();
        return picture;
    }

    private static String read(BufferedImage picture) throws Exception {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))))
                .getText();
    }
}
