package titian.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

@TitianTest
class DocumentDeskTest {

    @Autowired
    DocumentDesk desk;

    @Value("${titian.data}")
    Path data;

    private final ApplicationId application = ApplicationId.next();
    private final AccountId account = AccountId.next();

    @Test
    void aPhotographIsReadBackByteForByte() throws IOException {
        var photo = Samples.jpeg();
        var upload = store("KTP.jpg", photo);
        assertThat(desk.open(upload).readAllBytes()).isEqualTo(photo);
        assertThat(upload.mediaType()).isEqualTo("image/jpeg");
        assertThat(upload.bytes()).isEqualTo(photo.length);
        assertThat(desk.of(application)).containsExactly(upload);
        assertThat(desk.find(application, upload.id())).contains(upload);
    }

    @Test
    void aPictureOfPointsAndAPdfOfTwentyPagesAreTaken() {
        assertThat(store("layar.png", Samples.png()).mediaType()).isEqualTo("image/png");
        assertThat(store("kk.pdf", Samples.pdf(20)).mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void whatAFileIsIsToldByItsContentAndNotItsName() {
        var upload = store("surat.pdf.exe", Samples.png());
        assertThat(upload.mediaType()).isEqualTo("image/png");
        assertThat(upload.fileName()).isEqualTo("surat.pdf.png");
    }

    @Test
    void aReplacedFileNoLongerCountsButIsNotLost() throws IOException {
        var photo = Samples.jpeg();
        var first = store("a.jpg", photo);
        var second = store("b.jpg", Samples.jpeg());
        assertThat(desk.of(application)).containsExactly(second);
        assertThat(desk.find(application, first.id())).contains(first);
        assertThat(desk.open(first).readAllBytes()).isEqualTo(photo);
    }

    @Test
    void eachKindHasAFileOfItsOwn() {
        var card = store("a.jpg", Samples.jpeg());
        var family = desk.store(application, account, KK, "b.pdf", Samples.stream(Samples.pdf(1)));
        assertThat(desk.of(application)).containsExactlyInAnyOrder(card, family);
    }

    @Test
    void theSameFileHandedInTwiceIsKeptOnce() {
        var photo = Samples.jpeg();
        assertThat(store("a.jpg", photo)).isEqualTo(store("a.jpg", photo));
        var other = desk.store(ApplicationId.next(), AccountId.next(), KTP, "a.jpg", Samples.stream(photo));
        assertThat(desk.of(application)).singleElement().isNotEqualTo(other);
    }

    @Test
    void aFileBelongsToItsApplicationOnly() {
        var upload = store("a.jpg", Samples.jpeg());
        assertThat(desk.find(ApplicationId.next(), upload.id())).isEmpty();
        assertThat(desk.of(ApplicationId.next())).isEmpty();
    }

    @Test
    void ofFilesSentAtOnceOneCountsAndNoneFails() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = people.invokeAll(IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Upload>) () -> store(i + ".jpg", Samples.jpeg()))
                    .toList());
            for (var one : sent) {
                assertThat(desk.find(application, one.get().id())).isPresent();
            }
        }
        assertThat(desk.of(application)).hasSize(1);
    }

    @Test
    void fiveMegabytesAreTakenAndOneByteMoreIsNot() throws IOException {
        var most = Samples.jpegOf(DocumentDesk.MOST_BYTES);
        assertThat(desk.open(store("a.jpg", most)).readAllBytes()).isEqualTo(most);
        refuses(UploadRefused.TooLarge.class, Samples.jpegOf(DocumentDesk.MOST_BYTES + 1));
    }

    @Test
    void nothingIsRefused() {
        refuses(UploadRefused.Empty.class, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\u0000 a program renamed to KTP.jpg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!DOCTYPE html><script>alert(1)</script><!-- %PDF-1.7 -->",
                "\n%PDF-1.7 a PDF that begins a line too late",
                "GIF89a",
                "RIFF    WEBP",
                "%PDF",
                "x"
            })
    void anythingElseIsRefused(String content) {
        refuses(UploadRefused.WrongKind.class, content.getBytes(UTF_8));
    }

    @Test
    void aPageThatBeginsLikeAPictureIsRefused() {
        refuses(UploadRefused.Unreadable.class, join(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, "<html>"));
        refuses(UploadRefused.Unreadable.class, join(Arrays.copyOf(Samples.png(), 8), "<html><script></script>"));
        refuses(UploadRefused.Unreadable.class, "%PDF-1.7\n<html><script></script></html>".getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.5, 0.9, 0.99})
    void aPictureThatBreaksOffIsRefused(double part) {
        refuses(UploadRefused.Unreadable.class, cut(Samples.jpeg(), part));
        refuses(UploadRefused.Unreadable.class, cut(Samples.png(), part));
    }

    @Test
    void aPdfThatBreaksOffIsRefused() {
        refuses(UploadRefused.Unreadable.class, cut(Samples.pdf(5), 0.3));
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedUnopened() {
        refuses(UploadRefused.TooManyPixels.class, Samples.pngPromising(50_000, 50_000));
        refuses(UploadRefused.TooManyPixels.class, Samples.pngPromising(Integer.MAX_VALUE, Integer.MAX_VALUE));
        refuses(UploadRefused.Unreadable.class, Samples.pngPromising(0, 10));
    }

    @Test
    void aLockedPdfIsRefused() {
        refuses(UploadRefused.Locked.class, Samples.lockedPdf("pemilik", "pembaca"));
        refuses(UploadRefused.Locked.class, Samples.lockedPdf("pemilik", ""));
    }

    @Test
    void aPdfOfManyPagesOrNoneIsRefused() {
        refuses(UploadRefused.TooManyPages.class, Samples.pdf(21));
        refuses(UploadRefused.TooManyPages.class, Samples.pdf(100));
        refuses(UploadRefused.Unreadable.class, Samples.pdf(0));
    }

    @Test
    void whatIsRefusedLeavesTheFormerFileAndNothingAside() {
        var kept = store("a.jpg", Samples.jpeg());
        refuses(UploadRefused.Unreadable.class, cut(Samples.jpeg(), 0.5));
        assertThat(desk.of(application)).containsExactly(kept);
    }

    @Test
    void aFileLiesInItsPlaceBeforeAnyoneIsTold() {
        var upload = store("a.jpg", Samples.jpeg());
        var name = upload.id().toString().replace("-", "");
        assertThat(data.resolve("documents"))
                .satisfies(root -> assertThat(root.resolve(name.substring(0, 2))
                                .resolve(name.substring(2, 4))
                                .resolve(name))
                        .hasSize(upload.bytes()));
    }

    private Upload store(String name, byte[] content) {
        return desk.store(application, account, KTP, name, Samples.stream(content));
    }

    private void refuses(Class<? extends UploadRefused> reason, byte[] content) {
        var before = desk.of(application);
        assertThatThrownBy(() -> store("KTP.jpg", content)).isExactlyInstanceOf(reason);
        assertThat(desk.of(application)).isEqualTo(before);
    }

    private static byte[] cut(byte[] whole, double part) {
        return Arrays.copyOf(whole, (int) (whole.length * part));
    }

    private static byte[] join(byte[] first, String second) {
        var both = Arrays.copyOf(first, first.length + second.length());
        System.arraycopy(second.getBytes(US_ASCII), 0, both, first.length, second.length());
        return both;
    }
}
