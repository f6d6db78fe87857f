package titian.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.platform.Sessions;
import titian.shared.AccountId;

/** What was typed into a form whose session ended meanwhile is given back and can be sent once more. */
@TitianTest
class UnfinishedTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Sessions sessions;

    final People.Someone someone = People.someone();
    final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    AccountId me;
    String form;
    String token;

    @BeforeEach
    void aFormIsOpen() throws Exception {
        me = SignedInPeople.applicant(accounts, someone).account();
        signIn();
        var begun = send("/permohonan/baru", token(get("/beranda")), Map.of());
        form = URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath() + "/nik";
        token = token(get(form));
    }

    @Test
    void whoeverWasSignedOutWhileTypingSendsItOnceMoreAfterSigningInBesideIt() throws Exception {
        sessions.end(me);

        var givenBack = send(form, token, typed());
        assertThat(givenBack.statusCode()).isEqualTo(403);
        assertThat(givenBack.body())
                .contains("Yang Anda ketik masih ada", "value=\"SITI &#34;X&#34; 1\"", "target=\"_blank\"")
                .contains("action=\"" + form + "\"");

        signIn();
        var arrived = send(form, token(givenBack.body()), typed());
        if (arrived.statusCode()
                == 403) { // signing in changes the token, unless other tests have put theirs in its place
            assertThat(arrived.body())
                    .contains("Belum ada yang dikirim", "value=\"SITI &#34;X&#34; 1\"")
                    .doesNotContain("target=\"_blank\"");
            arrived = send(form, token(arrived.body()), typed());
        }
        assertThat(arrived.statusCode())
                .as("it reaches its page, which says what is wrong")
                .isEqualTo(422);
        assertThat(arrived.body()).contains("SITI &#34;X&#34; 1", "Nama hanya boleh berisi huruf");
    }

    @Test
    void whatProvesWhoOneIsIsNotGivenBack() throws Exception {
        sessions.end(me);

        var answer = send("/akun/kontak/surel", token, Map.of("email", someone.email(), "password", "rahasia-sekali"));
        assertThat(answer.statusCode()).isIn(302, 403);
        assertThat(answer.body()).doesNotContain("rahasia-sekali", "Kirim lagi");
    }

    @Test
    void anotherSitesFormIsNeverShownWithATokenOfOurs() throws Exception {
        for (var origin : new String[] {"https://evil.example", "null"}) {
            var answer = answer(request(form, "stale", typed()).header("Origin", origin));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).as(origin).doesNotContain("SITI");
        }
        var silent = answer(request(form, "stale", typed()));
        assertThat(silent.statusCode()).isEqualTo(403);
        assertThat(silent.body()).doesNotContain("SITI");
    }

    private static Map<String, String> typed() {
        return Map.of("fullName", "SITI \"X\" 1", "nik", "3174", "birthDate.day", "1");
    }

    private void signIn() throws Exception {
        var signedIn = send(
                "/masuk", token(get("/masuk")), Map.of("surel", someone.email(), "sandi", SignedInPeople.PASSWORD));
        assertThat(signedIn.statusCode()).isEqualTo(302);
    }

    private String get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(at(path)).header("Accept", "text/html"))
                .body();
    }

    private HttpResponse<String> send(String path, String token, Map<String, String> fields) throws Exception {
        return answer(request(path, token, fields).header("Origin", "http://localhost:" + port));
    }

    private HttpRequest.Builder request(String path, String token, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return HttpRequest.newBuilder(at(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path);
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
