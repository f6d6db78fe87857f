package titian.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.inspection.Samples;
import titian.inspection.UploadRefused;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.shelf.Store;
import titian.shelf.StoreUnavailable;

@TitianTest
class DocumentDeskTest {

    @Autowired
    DocumentDesk desk;

    @Autowired
    Store store;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Value("${titian.data}")
    Path data;

    private final ApplicationId application = ApplicationId.next();
    private final AccountId account = AccountId.next();

    @Test
    void aPhotographIsReadBackAsTheSamePictureMadeAnew() throws IOException {
        var photo = Samples.jpeg();
        var upload = store("KTP.jpg", photo);
        var kept = desk.open(upload).readAllBytes();
        assertThat(kept).isNotEqualTo(photo).hasSize((int) upload.bytes());
        assertThat(Samples.picture(kept))
                .satisfies(picture -> assertThat(List.of(picture.getWidth(), picture.getHeight()))
                        .containsExactly(320, 200));
        assertThat(upload.mediaType()).isEqualTo("image/jpeg");
        assertThat(desk.of(application)).containsExactly(upload);
        assertThat(desk.find(application, upload.id())).contains(upload);
    }

    @Test
    void aPictureOfPointsAndAPdfOfTwentyPagesAreTaken() {
        assertThat(store("layar.png", Samples.png()).mediaType())
                .as("made anew, a picture of points is a photograph")
                .isEqualTo("image/jpeg");
        assertThat(store("kk.pdf", Samples.pdf(20)).mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void whatAFileIsIsToldByItsContentAndNotItsName() {
        var upload = store("surat.pdf.exe", Samples.png());
        assertThat(upload.mediaType()).isEqualTo("image/jpeg");
        assertThat(upload.fileName()).isEqualTo("surat.pdf.jpg");
    }

    @Test
    void aReplacedFileNoLongerCountsButIsNotLost() throws IOException {
        var first = store("a.jpg", Samples.jpeg());
        var second = store("b.jpg", Samples.jpeg());
        assertThat(desk.of(application)).containsExactly(second);
        assertThat(desk.find(application, first.id())).contains(first);
        assertThat(desk.open(first).readAllBytes()).hasSize((int) first.bytes());
    }

    @Test
    void aReplacedFileHandedInAgainCountsAgain() {
        var photo = Samples.jpeg();
        var first = store("a.jpg", photo);
        store("b.jpg", Samples.jpeg());
        assertThat(store("a.jpg", photo)).isEqualTo(first);
        assertThat(desk.of(application)).containsExactly(first);
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
    void aButtonPressedTwelveTimesAtOnceKeepsOneFile() throws Exception {
        var photo = Samples.jpeg();
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = presses.invokeAll(IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Upload>) () -> store("a.jpg", photo))
                    .toList());
            var first = sent.getFirst().get();
            for (var one : sent) {
                assertThat(one.get()).isEqualTo(first);
            }
        }
        var kept = desk.of(application).getFirst();
        assertThat(desk.open(kept).readAllBytes()).hasSize((int) kept.bytes());
    }

    @Test
    void fiveMegabytesAreTakenAndOneByteMoreIsNot() {
        assertThat(store("a.jpg", Samples.jpegOf(DocumentDesk.MOST_BYTES)).bytes())
                .as("what phones append stays behind")
                .isLessThan(100_000);
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

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "msf1", "avif"})
    void aPhotographAsOnlyPhonesWriteItIsToldApart(String kind) {
        refuses(UploadRefused.PhonesOwn.class, ("\0\0\0\u0018ftyp" + kind + "\0\0\0\0mif1heic").getBytes(US_ASCII));
        refuses(UploadRefused.WrongKind.class, ("\0\0\0\u0018ftyp" + kind.substring(1)).getBytes(US_ASCII));
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
        for (double part : new double[] {0.3, 0.6, 0.9, 0.99}) {
            refuses(UploadRefused.Unreadable.class, cut(Samples.pdf(5), part));
        }
    }

    @Test
    void aPdfThatGoesOnAsSomethingElseIsRefused() {
        refuses(UploadRefused.Unreadable.class, join(Samples.pdf(1), "PK\u0003\u0004" + "a program".repeat(200)));
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedUnopened() {
        refuses(UploadRefused.TooManyPixels.class, Samples.pngPromising(50_000, 50_000));
        refuses(UploadRefused.TooManyPixels.class, Samples.pngPromising(Integer.MAX_VALUE, Integer.MAX_VALUE));
        refuses(UploadRefused.TooManyPixels.class, Samples.jpegPromising(50_000, 50_000));
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
        refuses(UploadRefused.TooManyPages.class, Samples.pdf(10_000));
        refuses(UploadRefused.Unreadable.class, Samples.pdf(0));
    }

    @Test
    void whatIsRefusedLeavesTheFormerFileAndNothingAside() {
        var kept = store("a.jpg", Samples.jpeg());
        refuses(UploadRefused.Unreadable.class, cut(Samples.jpeg(), 0.5));
        assertThat(desk.of(application)).containsExactly(kept);
    }

    @Test
    void aFileLiesInItsPlaceUnreadableBeforeAnyoneIsTold() throws IOException {
        var upload = store("a.jpg", Samples.jpeg());
        var name = upload.id().toString().replace("-", "");
        var place = data.resolve("documents").resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
        var lies = Files.readAllBytes(place.resolve(name));
        assertThat(lies).hasSizeGreaterThan((int) upload.bytes());
        assertThat(lies[0] == (byte) 0xFF && lies[1] == (byte) 0xD8).isFalse();
        assertThat(place.resolve(name + ".kecil")).isNotEmptyFile();
    }

    @Test
    void aFileFromBeforeFilesWereSealedStillOpens() throws IOException {
        var photo = Samples.jpeg();
        var old = UploadId.next();
        var name = old.toString().replace("-", "");
        var place = data.resolve("documents").resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
        Files.createDirectories(place);
        Files.write(place.resolve(name), photo);
        db.sql("""
                        INSERT INTO document.upload
                               (id, application, account, kind, file_name, media_type, bytes, sha256, at)
                        VALUES (:id, :application, :account, 'KTP', :name, 'image/jpeg', :bytes, sha256('x'), now())
                        """)
                .param("id", old.value())
                .param("application", application.value())
                .param("account", account.value())
                .param("name", seals.seal("a.jpg", "document.file_name"))
                .param("bytes", photo.length)
                .update();
        var upload = desk.find(application, old).orElseThrow();
        assertThat(upload.hasPreview()).isFalse();
        assertThat(desk.open(upload).readAllBytes()).isEqualTo(photo);
    }

    @Test
    void aFileWhoseTurnIsOverWhileSomebodyReadsItIsReadToItsEnd() throws IOException {
        var upload = store("a.pdf", Samples.pdf(20));
        try (var reading = desk.open(upload)) {
            var first = reading.read();
            store.remove(upload.id());
            assertThat(first).isEqualTo('%');
            assertThat(reading.readAllBytes()).hasSize((int) upload.bytes() - 1);
        }
        assertThatThrownBy(() -> desk.open(upload)).isInstanceOf(StoreUnavailable.class);
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
