package titian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The phone of the outside world with the authenticator app of officers, and how they come in by it. */
public final class OfficersPhone {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern SECRET = Pattern.compile("data-rahasia>([A-Z2-7 ]+)<");

    private final URI world;

    public OfficersPhone(URI world) {
        this.world = world;
    }

    /** Puts the secret of an account into the app. */
    public void add(String email, String secret) {
        var body = "{\"surel\":\"%s\",\"rahasia\":\"%s\"}".formatted(email, secret);
        send(HttpRequest.newBuilder(world.resolve("/autentikator/api"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** A code that counts and that nobody has had. */
    public String code(String email) {
        var query = "/autentikator/api?surel=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(world.resolve(query)).build()).replaceAll("\\D", "");
    }

    /** Signs in an officer who has never done so: by the password, by setting up the app, past the paper. */
    public MvcTestResult enter(Browser browser, String email, String password) {
        assertThat(browser.signIn(email, password)).hasRedirectedUrl("/petugas/bukti");
        add(email, secret(browser));
        assertThat(browser.post("/petugas/bukti/pasang", Map.of("kode", code(email))))
                .hasRedirectedUrl("/petugas/bukti/cadangan");
        return browser.post("/petugas/bukti/cadangan", Map.of());
    }

    /** The secret shown on the page of setting up. */
    public static String secret(Browser browser) {
        var shown = SECRET.matcher(Browser.text(browser.get("/petugas/bukti/pasang")));
        assertThat(shown.find()).as("a secret on the page").isTrue();
        return shown.group(1).replace(" ", "");
    }

    private static String send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException("the outside world said " + answer.statusCode() + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
