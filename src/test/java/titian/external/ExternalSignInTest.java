package titian.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Browser;
import titian.Inbox;
import titian.Neighbours;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.outside.World;
import titian.platform.CannotStart;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/** In by another provider of identities, over real sockets and with tokens that are really signed. */
@TitianTest
class ExternalSignInTest {

    static final String DOOR = "/masuk/luar/contoh";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountDesk accounts;

    @Autowired
    Links links;

    @Autowired
    OwnLinks own;

    @Autowired
    JdbcClient db;

    @Autowired
    Seals seals;

    @Autowired
    World world;

    final People.Someone someone = People.someone();
    Browser browser;
    AccountId me;

    @BeforeEach
    void open() {
        me = SignedInPeople.applicant(accounts, someone).account();
        browser = new Browser(mvc);
    }

    @AfterEach
    void recover() {
        new Neighbours(world).fall("identitas", "normal");
    }

    @Test
    void aVerifiedAddressAndThePasswordLinkTheTwoAndFromThenOnTheProviderOpensTheAccount() {
        assertThat(browser.get("/masuk")).bodyText().contains("Masuk dengan Identitas Contoh", DOOR);
        var before = browser.session();

        assertThat(come(browser, someone.email(), true, "NONE")).hasRedirectedUrl(DOOR + "/hubungkan");
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(browser.get(DOOR + "/hubungkan")).hasStatusOk().bodyText().contains(someone.email());
        assertThat(browser.post(DOOR + "/hubungkan", Map.of("password", "bukan kata sandinya")))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#password\">", "tidak cocok");
        assertThat(links.of(me)).isEmpty();
        assertThat(browser.post(DOOR + "/hubungkan", Map.of("password", SignedInPeople.PASSWORD)))
                .hasRedirectedUrl("/beranda");

        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/beranda")).hasStatusOk();
        new Inbox(world).about(someone.email(), "Layanan lain");
        var again = new Browser(mvc);
        assertThat(come(again, someone.email(), true, "NONE")).hasRedirectedUrl("/beranda");
        assertThat(again.get("/beranda")).hasStatusOk();
        assertThat(own.about(me, List.of()))
                .singleElement()
                .satisfies(told -> assertThat(told).containsEntry("provider", "contoh"));
    }

    @Test
    void whatIsUnlinkedOpensNothing() {
        link();
        assertThat(browser.get("/akun/luar")).hasStatusOk().bodyText().contains("Terhubung sejak");

        assertThat(browser.post("/akun/luar/contoh/lepas", Map.of())).hasRedirectedUrl("/akun/luar");
        assertThat(browser.post("/akun/luar/contoh/lepas", Map.of())).hasRedirectedUrl("/akun/luar");

        assertThat(db.sql("""
                                SELECT count(*)
                                  FROM audit.entry
                                 WHERE act = 'EXTERNAL_UNLINKED'
                                   AND subject = (SELECT id::text FROM account.account WHERE email_mark = :mark)
                                """)
                        .param("mark", seals.mark("email", someone.email()))
                        .query(Long.class)
                        .single())
                .as("written down once")
                .isOne();
        assertThat(come(new Browser(mvc), someone.email(), true, "NONE")).hasRedirectedUrl(DOOR + "/hubungkan");
    }

    @Test
    void anAddressTheProviderHasNotVerifiedLinksNothingAndTellsNothing() {
        var known = come(browser, someone.email(), false, "NONE");
        var unknown = come(new Browser(mvc), People.someone().email(), false, "NONE");

        assertThat(known).hasStatus(422).bodyText().contains("belum memastikan");
        assertThat(unknown).hasStatus(422).bodyText().contains("belum memastikan");
        assertThat(browser.get(DOOR + "/hubungkan")).hasRedirectedUrl("/masuk");
    }

    @Test
    void whoeverHasNoAccountIsLedToRegister() {
        assertThat(come(browser, People.someone().email(), true, "NONE"))
                .hasStatus(422)
                .bodyText()
                .contains("Belum ada akun", "/daftar");
    }

    @Test
    void anOfficersAccountIsNeverOpened() {
        var officer = People.officer();
        accounts.appoint(
                officer.email(),
                officer.name(),
                SignedInPeople.PASSWORD,
                new OfficeId("kanim-jakarta-selatan"),
                Set.of(Role.DOOR_OFFICER));

        assertThat(come(browser, officer.email(), true, "NONE"))
                .hasStatus(422)
                .bodyText()
                .contains("Belum ada akun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUER", "AUDIENCE", "NONCE", "EXPIRED", "UNSIGNED", "FOREIGN_KEY"})
    void aTokenThatIsNotWhatItShouldBeOpensNothing(String flaw) {
        link();
        var stranger = new Browser(mvc);

        assertThat(come(stranger, someone.email(), true, flaw))
                .as(flaw)
                .hasStatus(422)
                .bodyText()
                .contains("tidak dapat dipakai");

        assertThat(stranger.get("/beranda")).hasRedirectedUrl("/masuk");
    }

    @Test
    void anAnswerNobodyAskedForOrAskedForElsewhereOpensNothing() {
        link();
        var asking = new Browser(mvc);
        var answer = answer(asking, someone.email(), true, "NONE");
        assertThat(new Browser(mvc).get(answer)).hasStatus(422);
        assertThat(asking.get(answer.replaceAll("state=[^&]*", "state=lain"))).hasStatus(422);
        assertThat(asking.get(answer)).as("what was asked is used up").hasStatus(422);
        var other = answer(asking, someone.email(), true, "NONE");
        assertThat(asking.get(DOOR + "/kembali?error=access_denied&state=x")).hasStatus(422);
        assertThat(asking.get(other)).hasRedirectedUrl("/beranda");
        assertThat(asking.get(other)).as("a code is used once").hasStatus(422);
    }

    @Test
    void thePkceSecretStaysHereAndItsDigestGoesAlong() {
        var asked = location(browser.get(DOOR));

        assertThat(asked)
                .contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=", "scope=openid")
                .contains(URLEncoder.encode("http://localhost:8080" + DOOR + "/kembali", StandardCharsets.UTF_8)
                        .replace("%3A", ":")
                        .replace("%2F", "/"))
                .doesNotContain("code_verifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mati", "putus", "salah"})
    void aProviderThatIsAwayCostsNobodyMoreThanAMessage(String illness) {
        var answer = answer(browser, someone.email(), true, "NONE");
        new Neighbours(world).fall("identitas", illness);

        assertThat(browser.get(answer)).hasStatus(422);
        assertThat(browser.get("/masuk")).hasStatusOk();
    }

    @Test
    void aProviderNobodyConfiguredIsNotThere() {
        assertThat(browser.get("/masuk/luar/lain")).hasStatus(404);
        assertThat(browser.get("/masuk/luar/lain/kembali?code=a&state=b")).hasStatus(404);
        assertThat(new Providers(new MockEnvironment(), "http://localhost").names())
                .isEmpty();
    }

    @Test
    void theSecretOfDevelopmentIsRefusedElsewhere() {
        var house = new MockEnvironment();
        house.setProperty("spring.security.oauth2.client.registration.contoh.client-id", "titian");
        house.setProperty("spring.security.oauth2.client.registration.contoh.client-secret", "identitas-dev");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Providers(house, "http://localhost"))
                .withMessageContaining("contoh.client-secret");
    }

    @Test
    void whatTheProviderCallsPeopleStandsNowhere() {
        link();
        assertThat(db.sql("SELECT holder::text FROM external.link WHERE account = :me")
                        .param("me", me.value())
                        .query(String.class)
                        .single())
                .isNotEqualTo(java.util
                        .UUID
                        .nameUUIDFromBytes(someone.email().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    @Test
    void thePagesSpeakEnglish() {
        assertThat(browser.get("/masuk?lang=en")).bodyText().contains("Sign in with Identitas Contoh");
        come(browser, someone.email(), true, "NONE");
        assertThat(browser.get(DOOR + "/hubungkan")).bodyText().contains("Link and sign in");
    }

    private void link() {
        come(browser, someone.email(), true, "NONE");
        browser.post(DOOR + "/hubungkan", Map.of("password", SignedInPeople.PASSWORD));
        assertThat(links.of(me)).hasSize(1);
    }

    private MvcTestResult come(Browser with, String email, boolean verified, String flaw) {
        return with.get(answer(with, email, verified, flaw));
    }

    /** Goes to the provider, says there who one is, and gives the address at which one comes back. */
    private static String answer(Browser with, String email, boolean verified, String flaw) {
        var asked = URI.create(location(with.get(DOOR)));
        var fields = Pattern.compile("&")
                .splitAsStream(asked.getRawQuery())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var form = Pattern.compile(",")
                        .splitAsStream("redirect_uri,state,nonce,code_challenge")
                        .map(name -> name + "=" + fields.get(name))
                        .collect(Collectors.joining("&"))
                + "&email=" + email + "&verified=" + (verified ? "ya" : "") + "&flaw=" + flaw;
        assertThat(send(HttpRequest.newBuilder(asked).build()).statusCode()).isEqualTo(200);
        var back = send(HttpRequest.newBuilder(asked.resolve("/identitas/masuk"))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        var address = URI.create(back.headers().firstValue("Location").orElseThrow());
        return address.getPath() + "?" + address.getQuery();
    }

    private static String location(MvcTestResult answer) {
        var location = answer.getResponse().getRedirectedUrl();
        assertThat(location).isNotNull();
        return String.valueOf(location);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
