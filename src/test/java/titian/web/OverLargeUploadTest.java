package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import titian.TitianTest;

/** Over a real connection: what is far too large gets a page, not a connection that breaks. */
@TitianTest
class OverLargeUploadTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"7, false", "20, false", "20, true", "40, false"})
    void anOverLargeUploadIsAnsweredWithAPage(int megabytes, boolean asksFirst) throws Exception {
        var answer = send(megabytes * 1024 * 1024, asksFirst);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Berkas terlalu besar", "5 MB", "href=\"/permohonan/x/dokumen\"");
    }

    @Test
    void aFormOfBrokenPartsIsAnsweredWithAPage() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/permohonan/x/dokumen"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("no part at all"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 403);
            assertThat(answer.body()).contains("Layanan Paspor");
        }
    }

    private HttpResponse<String> send(int bytes, boolean asksFirst) throws Exception {
        var boundary = "batas-antara-bagian";
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nabc\r\n--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.jpg\"\r\n"
                                + "Content-Type: image/jpeg\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[bytes]);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/permohonan/x/dokumen"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .expectContinue(asksFirst)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Cookie", "XSRF-TOKEN=abc")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
