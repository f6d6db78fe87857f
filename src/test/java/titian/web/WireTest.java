package titian.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import titian.TitianTest;

/** What no browser would send, written byte by byte to the running server. */
@TitianTest
class WireTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aset/../application.yaml",
                "/aset/..%2fapplication.yaml",
                "/aset/%2e%2e/application.yaml",
                "/aset/%2e%2e%2f%2e%2e%2fapplication.yaml",
                "/aset/..%5c..%5capplication.yaml",
                "/aset/..;/application.yaml",
                "/aset/..%252fapplication.yaml",
                "/aset/%c0%ae%c0%ae/application.yaml",
                "/aset//../../../../etc/passwd",
                "/aset/css%00.css",
                "/aset/",
                "/../../../../etc/passwd",
                "/dokumen/../../etc/passwd",
                "/jadwal/..%2f..%2fetc%2fpasswd",
                "/syarat/..%2f..%2fapplication",
                "/sw.js/../application.yaml",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health/../env",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.yaml",
                "/.git/config",
                "/h2-console",
                "/swagger-ui.html",
                "//evil.example/aset/x"
            })
    void noPathLeadsOutOfTheHouse(String path) throws IOException {
        var answer = send("GET " + path + " HTTP/1.1\r\nAccept: text/html\r\n");

        assertThat(status(answer)).as(path).isIn(302, 400, 403, 404);
        assertThat(answer).doesNotContain("titian.data", "spring:", "root:x:", "Manifest-Version", "activeProfiles");
        assertThat(header(answer, "Location")).as(path).isIn("", "/masuk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND", "get", "FOO"})
    void strangeMethodsDoNothing(String method) throws IOException {
        for (var path : List.of("/", "/beranda", "/aset/titian.css", "/masuk")) {
            var answer = send(method + " " + path + " HTTP/1.1\r\nX-Said: unheard\r\nContent-Length: 0\r\n");
            assertThat(status(answer)).as("%s %s", method, path).isIn(302, 400, 403, 404, 405, 501);
            assertThat(answer).doesNotContain("unheard");
        }
    }

    /** No header and no field turns one method into another. */
    @Test
    void aMethodIsWhatItSays() throws IOException {
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(status(send("GET /tampilan?_method=POST HTTP/1.1\r\n" + header + ": POST\r\n")))
                    .isEqualTo(200);
            assertThat(status(send(
                            "POST /tampilan?_method=GET HTTP/1.1\r\n" + header + ": GET\r\nContent-Length: 0\r\n")))
                    .as("without our token")
                    .isEqualTo(403);
        }
    }

    @Test
    void whoAnswersIsNotWhoTheRequestNames() throws IOException {
        for (var named : List.of(
                "Host: evil.example\r\n",
                "Host: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n",
                "Host: localhost\r\nForwarded: host=evil.example\r\n",
                "Host: localhost\r\nX-Original-URL: /petugas\r\nX-Rewrite-URL: /petugas\r\n")) {
            var led = sendTo("GET /beranda HTTP/1.1\r\nAccept: text/html\r\n" + named);
            assertThat(header(led, "Location")).as(named).isEqualTo("/masuk");
            assertThat(sendTo("GET /masuk/lupa HTTP/1.1\r\nAccept: text/html\r\n" + named))
                    .as(named)
                    .doesNotContain("evil.example");
        }
        assertThat(status(sendTo("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n"))).isEqualTo(400);
        assertThat(status(sendTo("GET / HTTP/1.1\r\n"))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=id%0d%0aX-Evil:%201",
                "/masuk?lang=%0d%0aSet-Cookie:%20titian=evil",
                "/jadwal?cari=%0d%0aX-Evil:%201",
                "/syarat/%0d%0aX-Evil:%201",
                "/antrean-rilis/00000000-0000-0000-0000-000000000000?kembali=/%0d%0aX-Evil:1"
            })
    void noAnswerGetsALineFromTheRequest(String path) throws IOException {
        var answer = send("GET " + path + " HTTP/1.1\r\nAccept: text/html\r\nReferer: a%0d%0aX-Evil: 1\r\n");

        assertThat(head(answer)).doesNotContain("x-evil:", "titian=evil");
        assertThat(status(answer)).isLessThan(500);
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() throws IOException {
        var answer = send("GET /masuk?lang=en HTTP/1.1\r\nAccept: text/html\r\nX-Forwarded-Proto: https\r\n");

        var cookies = answer.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
                .toList();
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain="));
    }

    /** Asked by itself, for tests that send forms put another in its place. */
    @Test
    void soIsTheTokenOfForms() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        var tokens = Security.tokens();

        tokens.saveToken(tokens.generateToken(request), request, response);

        var token = Objects.requireNonNull(response.getCookie("XSRF-TOKEN"));
        assertThat(token.isHttpOnly()).isTrue();
        assertThat(token.getSecure()).isTrue();
        assertThat(token.getPath()).isEqualTo("/");
        assertThat(token.getDomain()).isNull();
        assertThat(token.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void nobodyLearnsWhatTheHouseIsBuiltOf() throws IOException {
        for (var asked : List.of("GET /", "GET /tidak-ada", "GET /acara", "POST /masuk", "GET /%", "GET /jadwal/%ff")) {
            var answer = send(asked + " HTTP/1.1\r\nAccept: text/html\r\nContent-Length: 0\r\n");
            assertThat(head(answer)).as(asked).doesNotContain("server:", "x-powered-by", "tomcat");
            assertThat(answer).as(asked).doesNotContain("Apache Tomcat", "org.springframework", "at titian.");
        }
    }

    /** Two ways to say how long a request is would let one hide in another. */
    @Test
    void aRequestHasOneLength() throws IOException {
        var answer = send("""
                POST /masuk HTTP/1.1
                Content-Length: 5
                Content-Length: 60

                0

                GET /petugas HTTP/1.1
                Host: localhost

                """.replace("\n", "\r\n"));

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as("one answer").hasSize(2);
    }

    @Test
    void farTooMuchIsRefusedEarly() throws IOException {
        assertThat(status(send("GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\n")))
                .isIn(400, 414, 431);
        assertThat(status(send("GET / HTTP/1.1\r\nX-Long: " + "a".repeat(20_000) + "\r\n")))
                .isIn(400, 431);
        var fields = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            fields.append('f').append(i).append("=1&");
        }
        assertThat(status(send(
                        "POST /masuk HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + fields.length() + "\r\n\r\n" + fields)))
                .isIn(400, 403, 413);
    }

    /** Even where the server answers before we hear of it. */
    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%00", "/%zz", "/%ff", "/..;/petugas", "/%2e%2e/x"})
    void anAddressThatIsNoneGetsAPageForPeople(String address) throws IOException {
        var answer = send("GET " + address + " HTTP/1.1\r\n");

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer).contains("<h1>Permintaan tidak dapat dibaca</h1>", "The request could not be read");
    }

    @Test
    void aFormFarTooLargeGetsAPageForPeople() throws IOException {
        var fields = "name=" + "a".repeat(3_000_000);
        var answer = send("POST /daftar HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + fields.length() + "\r\n\r\n" + fields);

        assertThat(status(answer)).isEqualTo(413);
        assertThat(answer).contains("Layanan Paspor");
    }

    private String send(String request) throws IOException {
        var end = request.indexOf("\r\n") + 2;
        return sendTo(request.substring(0, end) + "Host: localhost\r\n" + request.substring(end));
    }

    private String sendTo(String request) throws IOException {
        var end = request.indexOf("\r\n") + 2;
        var closing = request.substring(0, end) + "Connection: close\r\n" + request.substring(end);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((closing.contains("\r\n\r\n") ? closing : closing + "\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String head(String answer) {
        return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n"))).toLowerCase(Locale.ROOT);
    }

    private static String header(String answer, String name) {
        return head(answer)
                .lines()
                .filter(line -> line.startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
