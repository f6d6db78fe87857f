package titian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import titian.TitianTest;

/**
 * In production a balancer ends TLS: what it says of the person who asks is believed, for it is a neighbour. Where they
 * are led on to is said without a host, so that they stay with the name and the https they know.
 */
@TitianTest
class BehindABalancerTest {

    @LocalServerPort
    int port;

    @Test
    void peopleAreLedOnByHttpsUnderTheNameTheyKnow() throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/beranda"))
                .header("Accept", "text/html")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "paspor.example")
                .header("X-Forwarded-Port", "443")
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(asked, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("/masuk");
        }
    }
}
