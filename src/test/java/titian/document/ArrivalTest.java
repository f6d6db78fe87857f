package titian.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.allowance.UploadAllowance;
import titian.inspection.Samples;
import titian.inspection.UploadRefused;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;
import titian.shelf.FileKey;
import titian.shelf.MasterKeys;
import titian.shelf.StoreUnavailable;

/** Files sent piece by piece over real connections that break, and what is made of them. */
@TitianTest
class ArrivalTest {

    private static final int LENGTH = 300_000;

    /** By the cookie in a running house; by the session in one where tests have sent forms beside the wire. */
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ArrivalDesk desk;

    @Autowired
    Arrivals arrivals;

    @Autowired
    DocumentDesk documents;

    @Autowired
    MasterKeys keys;

    @Autowired
    UploadAllowance allowance;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final ApplicationId application = ApplicationId.next();
    private final byte[] photo = Samples.jpegOf(LENGTH);
    private Sender sender;

    @BeforeEach
    void somebody() throws Exception {
        sender = new Sender();
    }

    @Test
    void aFileWhoseLineBreaksGoesOnWhereItStoppedAndIsTheSameInTheEnd() throws Exception {
        var address = sender.begin(LENGTH);
        sender.breakOff(address, 0, Arrays.copyOf(photo, 100_000));
        await().atMost(ofSeconds(10)).until(() -> sender.offset(address) == 100_000);

        var rest = sender.patch(address, 100_000, Arrays.copyOfRange(photo, 100_000, LENGTH));
        assertThat(rest.statusCode()).isEqualTo(204);
        assertThat(rest.headers().firstValue("Upload-Offset")).contains("300000");

        var upload = handIn(address);
        assertThat(documents.of(application)).containsExactly(upload);
        assertThat(upload.fileName()).isEqualTo("KTP.jpg");
        assertThat(documents.store(application, sender.account, DocumentKind.KTP, "x", Samples.stream(photo)))
                .as("the very same file, sent whole")
                .isEqualTo(upload);
    }

    @Test
    void theFormSentAgainIsAnsweredAsTheFirstTimeAndThePiecesAreGone() throws Exception {
        var address = sender.send(photo);
        var upload = handIn(address);
        assertThat(handIn(address)).isEqualTo(upload);
        assertThat(documents.of(application)).containsExactly(upload);
        assertThat(arrivals.pieces(id(address))).isEmpty();
        assertThat(sender.patch(address, LENGTH, new byte[] {1}).statusCode()).isEqualTo(400);
    }

    @Test
    void somebodyElsesFileIsNotThere() throws Exception {
        var address = sender.begin(LENGTH);
        var stranger = new Sender();
        assertThat(stranger.ask("HEAD", address).statusCode()).isEqualTo(404);
        assertThat(stranger.patch(address, 0, photo).statusCode()).isEqualTo(404);
        assertThat(stranger.ask("DELETE", address).statusCode()).isEqualTo(404);
        assertThat(sender.offset(address)).isZero();
        sender.patch(address, 0, photo);
        var brought = new Brought(null, id(address).value(), "KTP.jpg");
        assertThatThrownBy(() -> desk.store(application, stranger.account, DocumentKind.KTP, brought, "10.0.0.1"))
                .isInstanceOf(UploadRefused.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "1e3", "99999999999999999999"})
    void aLengthThatIsNoneIsRefused(String length) throws Exception {
        assertThat(sender.ask("POST", "/dokumen/unggahan", "Upload-Length", length)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void moreThanFiveMegabytesAreRefusedBeforeTheyAreSent() throws Exception {
        var most = String.valueOf(DocumentDesk.MOST_BYTES);
        var more = String.valueOf(DocumentDesk.MOST_BYTES + 1);
        assertThat(sender.ask("POST", "/dokumen/unggahan", "Upload-Length", most)
                        .statusCode())
                .isEqualTo(201);
        assertThat(sender.ask("POST", "/dokumen/unggahan", "Upload-Length", more)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void moreThanWasPromisedIsNotTaken() throws Exception {
        var address = sender.begin(1_000);
        assertThat(sender.patch(address, 0, photo).statusCode()).isEqualTo(400);
        assertThat(sender.offset(address)).isZero();
    }

    @Test
    void whatDoesNotGoOnWhereItStoppedIsNotTaken() throws Exception {
        var address = sender.begin(LENGTH);
        assertThat(sender.patch(address, 5, photo).statusCode()).isIn(400, 409);
        assertThat(sender.offset(address)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "x", "1e2", "99999999999999999999", "300001"})
    void aPlaceThatIsNoneIsNotGoneOnFrom(String offset) throws Exception {
        var address = sender.begin(LENGTH);
        var answer = sender.ask(
                "PATCH", address, "Upload-Offset", offset, "Content-Type", "application/offset+octet-stream");
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(sender.offset(address)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Upload-Metadata     | filename
            Upload-Metadata     | filename !!!,,, =
            Upload-Metadata     | filename Li4vLi4vZXRjL3Bhc3N3ZA==,filetype AAAA
            Upload-Metadata     | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa %00
            Upload-Concat       | final;/a /b
            Upload-Checksum     | sha1 x
            X-HTTP-Method-Override | DELETE
            Upload-Defer-Length | 1
            """)
    void whatElseIsSaidOfAFileDoesNoHarm(String header, String value) throws Exception {
        var begun = sender.ask("POST", "/dokumen/unggahan", "Upload-Length", "10", header, value);
        assertThat(begun.statusCode()).isIn(201, 400, 404, 405);
        assertThat(begun.body()).doesNotContain("Exception");
    }

    @Test
    void whoSpeaksAnotherTusOrNoneIsTold() throws Exception {
        var address = sender.begin(LENGTH);
        assertThat(sender.ask("PATCH", address, "Upload-Offset", "0").statusCode())
                .as("no kind of content")
                .isBetween(400, 499);
        assertThat(sender.ask("GET", address).statusCode()).isBetween(400, 499);
        assertThat(sender.ask("HEAD", "/dokumen/unggahan/..%2f..%2fetc").statusCode())
                .isBetween(400, 499);
        assertThat(sender.offset(address)).isZero();
    }

    @Test
    void ofTwoThatGoOnAtOnceOneDoes() throws Exception {
        var arrival = desk.begin(sender.account, LENGTH);
        desk.take(arrival, new ByteArrayInputStream(photo, 0, 100_000));
        assertThat(desk.take(arrival, new ByteArrayInputStream(new byte[50_000])))
                .as("where the file stands, for whoever comes too late")
                .isEqualTo(100_000);
        var now = desk.find(arrival.id(), sender.account).orElseThrow();
        desk.take(now, new ByteArrayInputStream(photo, 100_000, 200_000));
        assertThat(handIn("/" + arrival.id())).isNotNull();
    }

    @Test
    void aNodeThatDiesInTheMiddleLosesAtMostAPieceAndAnotherGoesOn() throws Exception {
        var arrival = desk.begin(sender.account, LENGTH);
        var dying = new SequenceInputStream(new ByteArrayInputStream(photo, 0, 200_000), new Death());
        assertThatThrownBy(() -> desk.take(arrival, dying)).isInstanceOf(IllegalStateException.class);

        var other = another(clock);
        var found = other.find(arrival.id(), sender.account).orElseThrow();
        assertThat(found.arrived()).isEqualTo(3 * 65_536);
        other.take(found, new ByteArrayInputStream(photo, 3 * 65_536, LENGTH));
        assertThat(handIn("/" + arrival.id())).isNotNull();
    }

    @Test
    void afterADayItIsLetGo() throws Exception {
        var arrival = desk.begin(sender.account, LENGTH);
        desk.take(arrival, new ByteArrayInputStream(photo));
        var tomorrow = another(Clock.offset(clock, ArrivalDesk.PATIENCE));
        assertThat(tomorrow.find(arrival.id(), sender.account)).isEmpty();
        assertThat(tomorrow.sweep()).isPositive();
        assertThat(arrivals.pieces(arrival.id())).isEmpty();
        assertThat(sender.ask("HEAD", "/dokumen/unggahan/" + arrival.id()).statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> handIn("/" + arrival.id())).isInstanceOf(UploadRefused.Gone.class);
    }

    @Test
    void whatIsNotWholeIsNotHandedIn() {
        var arrival = desk.begin(sender.account, LENGTH);
        desk.take(arrival, new ByteArrayInputStream(photo, 0, LENGTH - 1));
        assertThatThrownBy(() -> handIn("/" + arrival.id())).isInstanceOf(UploadRefused.Gone.class);
        assertThat(documents.of(application)).isEmpty();
    }

    @Test
    void itIsLookedAtAsAnyOtherAndWhatIsRefusedForGoodIsLetGo() throws Exception {
        var address = sender.send("<html><script>alert(1)</script>".getBytes(US_ASCII));
        assertThatThrownBy(() -> handIn(address)).isInstanceOf(UploadRefused.WrongKind.class);
        assertThatThrownBy(() -> handIn(address)).isInstanceOf(UploadRefused.Gone.class);
        assertThat(sender.ask("HEAD", address).statusCode()).isEqualTo(404);
    }

    @Test
    void whatHasComeLiesSealed() throws Exception {
        var address = sender.send(photo);
        var pieces = arrivals.pieces(id(address));
        assertThat(pieces).hasSize(5);
        var first = arrivals.piece(id(address), 0).orElseThrow();
        assertThat(first).hasSizeBetween(65_537, 65_536 + FileKey.OVERHEAD);
        db.sql("""
                        UPDATE document.piece
                           SET sealed = (SELECT sealed FROM document.piece WHERE arrival = :arrival AND first = :other)
                         WHERE arrival = :arrival AND first = 0
                        """)
                .param("arrival", id(address).value())
                .param("other", pieces.get(1))
                .update();
        assertThatThrownBy(() -> handIn(address))
                .as("a piece in another's place")
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void ofThoseBegunAndLeftTheOldestMakeRoom() {
        var begun = IntStream.rangeClosed(0, ArrivalDesk.MOST_OF_ACCOUNT)
                .mapToObj(_ -> desk.begin(sender.account, LENGTH))
                .toList();
        assertThat(desk.find(begun.getFirst().id(), sender.account)).isEmpty();
        assertThat(begun.subList(1, begun.size()))
                .allSatisfy(
                        one -> assertThat(desk.find(one.id(), sender.account)).isPresent());
    }

    @Test
    void whoSendsWithoutEndIsToldSoAtBothDoors() throws Exception {
        for (int i = 0; i < 200; i++) {
            desk.admit(sender.account, "10.9.8.7");
        }
        assertThat(sender.ask("POST", "/dokumen/unggahan", "Upload-Length", "10")
                        .statusCode())
                .isEqualTo(429);
        var brought = new Brought(null, null, null);
        assertThatThrownBy(() -> desk.store(application, sender.account, DocumentKind.KTP, brought, "10.9.8.7"))
                .isInstanceOf(UploadRefused.TooMany.class);
        assertThatThrownBy(() -> desk.store(application, AccountId.next(), DocumentKind.KTP, brought, "10.9.8.7"))
                .as("somebody else in the same network")
                .isInstanceOf(UploadRefused.Empty.class);
    }

    private ArrivalDesk another(Clock time) {
        return new ArrivalDesk(arrivals, documents, keys, allowance, transaction, time);
    }

    private Upload handIn(String address) throws IOException {
        var brought = new Brought(null, id(address).value(), "KTP.jpg");
        return desk.store(application, sender.account, DocumentKind.KTP, brought, "10.0.0.1");
    }

    private static UploadId id(String address) {
        return UploadId.of(address.substring(address.lastIndexOf('/') + 1));
    }

    /** Somebody who signed in, at a machine that speaks tus. */
    private final class Sender {

        final AccountId account;
        final String cookies;
        final String token;

        Sender() throws Exception {
            var someone = People.someone();
            account = SignedInPeople.applicant(accounts, someone).account();
            var browser = new Browser(mvc);
            browser.signIn(someone.email(), SignedInPeople.PASSWORD);
            var signedIn = "titian=" + browser.session();
            var form = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/akun"))
                    .header("Cookie", signedIn)
                    .header("Accept", "text/html");
            token = TOKEN.matcher(
                            CLIENT.send(form.build(), BodyHandlers.ofString()).body())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            cookies = signedIn + "; XSRF-TOKEN=" + token;
        }

        String begin(int length) throws Exception {
            var begun = ask("POST", "/dokumen/unggahan", "Upload-Length", String.valueOf(length));
            assertThat(begun.statusCode()).isEqualTo(201);
            return begun.headers().firstValue("Location").orElseThrow();
        }

        String send(byte[] content) throws Exception {
            var address = begin(content.length);
            assertThat(patch(address, 0, content).statusCode()).isEqualTo(204);
            return address;
        }

        long offset(String address) throws Exception {
            return ask("HEAD", address)
                    .headers()
                    .firstValueAsLong("Upload-Offset")
                    .orElseThrow();
        }

        HttpResponse<String> patch(String address, long offset, byte[] content) throws Exception {
            var request = request(address)
                    .header("Upload-Offset", String.valueOf(offset))
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH", BodyPublishers.ofByteArray(content));
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        }

        HttpResponse<String> ask(String method, String address, String... headers) throws Exception {
            var request = request(address).method(method, BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String address) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                    .header("Cookie", cookies)
                    .header("X-XSRF-TOKEN", token)
                    .header("X-CSRF-TOKEN", token)
                    .header("Tus-Resumable", "1.0.0");
        }

        /** Promises the whole file, sends this much of it and is gone. */
        void breakOff(String address, long offset, byte[] begun) throws IOException {
            var head = List.of(
                    "PATCH " + address + " HTTP/1.1",
                    "Host: localhost",
                    "Cookie: " + cookies,
                    "X-XSRF-TOKEN: " + token,
                    "X-CSRF-TOKEN: " + token,
                    "Tus-Resumable: 1.0.0",
                    "Upload-Offset: " + offset,
                    "Content-Type: application/offset+octet-stream",
                    "Content-Length: " + (LENGTH - offset),
                    "",
                    "");
            try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                line.getOutputStream().write(String.join("\r\n", head).getBytes(US_ASCII));
                line.getOutputStream().write(begun);
            }
        }
    }

    private static final class Death extends InputStream {
        @Override
        public int read() {
            throw new IllegalStateException("the node dies");
        }
    }
}
