package titian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.inspection.FileType.JPEG;
import static titian.inspection.FileType.PDF;
import static titian.inspection.FileType.PNG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "KTP saya.jpg, KTP saya.jpg",
        "IMG_0001.JPEG, IMG_0001.JPEG",
        "C:\\Users\\Ratna\\ktp.jpg, ktp.jpg",
        "../../etc/passwd, passwd.jpg",
        "ktp.png, ktp.jpg",
        "ktp.jpg.exe, ktp.jpg.jpg",
        ".htaccess, htaccess.jpg",
        "...., berkas.jpg",
        "KTP Siti Nur’aini.jpg, KTP Siti Nur’aini.jpg",
        "身份证.jpg, 身份证.jpg",
        "'a\"; filename=\"b.html', a filename= b.jpg"
    })
    void aNameIsMadeFitToShow(String given, String shown) {
        assertThat(FileName.of(given, JPEG).value()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ktp\r\nSet-Cookie: a=b.jpg", "ktp\u0000.jpg", "ktp\u202Egpj.exe", "ktp\u2028.jpg"})
    void nothingUnseenStays(String given) {
        assertThat(FileName.of(given, JPEG).value()).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("a".repeat(300) + ".pdf", PDF).value())
                .hasSize(120)
                .endsWith("a.pdf");
        assertThat(FileName.of("😀".repeat(150), PNG).value())
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("😀.png");
    }

    @Test
    void aNameThatSaysNothingIsCalledAFile() {
        assertThat(FileName.of("", PDF).value()).isEqualTo("berkas.pdf");
        assertThat(FileName.of(" \t ", PDF).value()).isEqualTo("berkas.pdf");
    }
}
