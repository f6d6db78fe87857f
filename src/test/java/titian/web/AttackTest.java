package titian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Belonging;
import titian.Belonging.Owned;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.office.RegionalOffice;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Doors.Door;

/**
 * Every field of every form that stands on a page, filled with what harms elsewhere: markup, SQL, paths, addresses,
 * halves of characters, far too much. Nothing breaks out of its place, nothing breaks down, nothing is fetched.
 */
@TitianTest
class AttackTest {

    private static final OfficeId HERE = OfficeId.of("kanim-jakarta-selatan");
    private static final String BREAKS_OUT = "x\" onx=\"1'><xss>";

    /** An attribute of its own; between tags, quotes are letters like any other. */
    private static final Pattern BROKEN_OUT = Pattern.compile("<[a-zA-Z][^<>]*\" onx=");

    /** What a form of ours does not ask for, and what must not be heeded if it is sent all the same. */
    private static final Map<String, String> UNASKED = Map.of(
            "roles", "ADMINISTRATOR",
            "role", "ADMINISTRATOR",
            "office", "kanim-jakarta-selatan",
            "account", "00000000-0000-0000-0000-000000000000",
            "stage", "ISSUED",
            "state", "PAID",
            "version", "99",
            "class.module.classLoader.defaultAssertionStatus", "true");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    BeanFactory house;

    final Map<String, Belonging> kinds = Belonging.all();
    final Map<String, Owned> made = new HashMap<>();
    final Map<Role, SignedIn> people = new HashMap<>();

    /** A form, on which page, as seen by whom. */
    private record Found(
            PageForm form, String page, @Nullable SignedIn who) {}

    @Test
    void noFieldOfAnyFormBreaksOutOrBreaksDown() throws IOException {
        var forms = forms();
        assertThat(forms).hasSizeGreaterThan(28);
        var judged = new SoftAssertions();
        try (var trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var attacks = attacks("http://127.0.0.1:" + trap.getLocalPort() + "/");
            var tried = 0;
            for (var found : forms) {
                for (var field : found.form().fields().keySet()) {
                    for (var attack : attacks.entrySet()) {
                        tried++;
                        attack(judged, found, field, attack.getKey(), attack.getValue());
                    }
                }
                isHarmless(judged, "names that are none in the form on " + found.page(), sendOddNames(found));
                isHarmless(judged, "the page after it, " + found.page(), get(found.page(), found.who()));
            }
            assertThat(tried).isGreaterThan(800);
            judged.assertThat(wasCalled(trap))
                    .as("an address out of a field was called")
                    .isFalse();
        }
        judged.assertAll();
    }

    private static Map<String, String> attacks(String address) {
        var attacks = new TreeMap<String, String>();
        attacks.put("markup", BREAKS_OUT);
        attacks.put("sql", "' OR 1=1; DROP TABLE account.account; --");
        attacks.put("path", "../../../../etc/passwd");
        attacks.put("address", address);
        attacks.put("lines", "a\r\nX-Evil: 1\r\n\r\n<xss>");
        attacks.put("nought", "a\u0000b");
        attacks.put("half a character", "a\ud800b");
        attacks.put("number", "-99999999999999999999");
        attacks.put("far too much", "9".repeat(20_000));
        attacks.put("somebody's id", "00000000-0000-4000-8000-000000000000");
        return attacks;
    }

    private void attack(SoftAssertions judged, Found found, String field, String kind, String attack) {
        var fields = new HashMap<>(UNASKED);
        fields.putAll(found.form().fields());
        fields.put(field, attack);
        var what = "%s in %s of the form to %s on %s"
                .formatted(kind, field, found.form().action(), found.page());
        var answer = send(found.form(), fields, found.who());
        isHarmless(judged, what, answer);
        var next =
                answer.getUnresolvedException() == null ? answer.getResponse().getRedirectedUrl() : null;
        if (next != null) {
            judged.assertThat(next).as("%s leads on", what).startsWith("/").doesNotStartWith("//");
            isHarmless(judged, what + ", led on to " + next, get(next, found.who()));
        }
        if (kind.equals("nought") || kind.startsWith("half")) {
            judged.assertThat(answer.getResponse().getStatus()).as(what).isEqualTo(400);
        }
    }

    /** Beside its fields what looks like a way into them: the whole of one with parts, a place in one, a part of a part. */
    private MvcTestResult sendOddNames(Found found) {
        var fields = new HashMap<>(found.form().fields());
        for (var name : found.form().fields().keySet()) {
            var whole = name.replaceFirst("\\..*", "");
            fields.putIfAbsent(whole, "x");
            fields.put(whole + "[999999999].x", "x");
            fields.put(name + ".x.y", "x");
        }
        return send(found.form(), fields, found.who());
    }

    private static void isHarmless(SoftAssertions judged, String what, MvcTestResult answer) {
        if (answer.getUnresolvedException() != null) {
            judged.fail("%s fails: %s", what, answer.getUnresolvedException());
            return;
        }
        judged.assertThat(answer.getResponse().getStatus()).as(what).isLessThan(500);
        judged.assertThat(answer.getResponse().getHeaderNames()).as(what).doesNotContain("X-Evil");
        var type = answer.getResponse().getContentType();
        if (type != null && type.startsWith("text/html")) {
            var body = Browser.text(answer);
            judged.assertThat(body.contains("<xss")
                            || (body.contains("\" onx=")
                                    && BROKEN_OUT.matcher(body).find()))
                    .as("%s breaks out", what)
                    .isFalse();
        }
    }

    private static boolean wasCalled(ServerSocket trap) throws IOException {
        trap.setSoTimeout(50);
        try (var caller = trap.accept()) {
            return caller.isBound();
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /** Each form once, with whoever may see it, on a page that has something in it. */
    private List<Found> forms() {
        var seen = new HashSet<String>();
        var forms = new ArrayList<Found>();
        for (var door : Doors.read().doors) {
            if (!door.method().equals("GET") || door.pattern().contains("**")) {
                continue;
            }
            for (var who : whoSees(door)) {
                var address = address(door);
                for (var form : PageForm.on(html(get(address, who)), address)) {
                    if (!form.fields().isEmpty() && seen.add(form.kind())) {
                        forms.add(new Found(form, address, who));
                    }
                }
            }
        }
        return forms;
    }

    private List<@Nullable SignedIn> whoSees(Door door) {
        var seeing = new ArrayList<@Nullable SignedIn>();
        if (door.own() != null) {
            seeing.add(owned(door).owner());
        } else if (door.roles().isEmpty()) {
            seeing.add(null);
        } else {
            door.roles().forEach(role -> seeing.add(somebody(role)));
        }
        return seeing;
    }

    private String address(Door door) {
        return door.own() == null
                ? door.pattern()
                        .replace("{office}", "kanim-jakarta-selatan")
                        .replace("{service}", "new-minor")
                        .replaceAll("\\{[^}]*}", "1")
                : door.address(owned(door).ids());
    }

    private Owned owned(Door door) {
        var kind = "form".equals(door.own()) ? "ready-form" : String.valueOf(door.own());
        return made.computeIfAbsent(kind, this::make);
    }

    private Owned make(String kind) {
        return Objects.requireNonNull(kinds.get(kind)).make(house);
    }

    private SignedIn somebody(Role role) {
        return people.computeIfAbsent(role, _ -> switch (role) {
            case APPLICANT -> SignedInPeople.applicant(accounts);
            case UNPROVEN_OFFICER -> unproven();
            case REGIONAL_ADMINISTRATOR -> SignedInPeople.officer(accounts, RegionalOffice.idOf("31"), role);
            default -> SignedInPeople.officer(accounts, HERE, role);
        });
    }

    private SignedIn unproven() {
        var officer = SignedInPeople.officer(accounts, HERE, Role.DOOR_OFFICER);
        return new SignedIn(officer.account(), officer.name(), Set.of(Role.UNPROVEN_OFFICER), HERE);
    }

    private MvcTestResult get(String address, @Nullable SignedIn who) {
        return send(browser.get().uri(URI.create(address)).accept("text/html"), who);
    }

    private MvcTestResult send(PageForm form, Map<String, String> fields, @Nullable SignedIn who) {
        var request = (form.isPost() ? browser.post() : browser.get())
                .uri(URI.create(form.action()))
                .accept("text/html");
        fields.forEach(request::param);
        return send(request.with(csrf()), who);
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, @Nullable SignedIn who) {
        if (who != null) {
            request.with(as(who));
        }
        var network = SignedInPeople.network();
        request.with(asked -> {
            asked.setRemoteAddr(network);
            return asked;
        });
        return request.asyncExchange();
    }

    private static String html(MvcTestResult answer) {
        var type =
                answer.getUnresolvedException() == null ? answer.getResponse().getContentType() : null;
        return type == null || !type.startsWith("text/html") ? "" : Browser.text(answer);
    }

    /** Without our token, or with one from elsewhere, nothing is written; only notices and passes carry their own proof. */
    @Test
    void noFormIsTakenThatIsNotOurs() {
        var judged = new SoftAssertions();
        var withProofsOfTheirOwn = Set.of(
                "/pesan", "/simponi/pemberitahuan", "/snap/v1.0/qr/qr-mpm-notify", "/snap/v1.0/transfer-va/payment");
        for (var door : Doors.read().doors) {
            if (!door.method().equals("POST") || withProofsOfTheirOwn.contains(door.pattern())) {
                continue;
            }
            var who = door.roles().isEmpty()
                    ? null
                    : somebody(door.roles().iterator().next());
            var address = URI.create(door.address(List.of("1", "1", "1")));
            var bare = send(browser.post().uri(address).accept("text/html"), who);
            judged.assertThat(bare.getResponse().getStatus())
                    .as("%s without a token", door.name())
                    .isEqualTo(403);
            var foreign = browser.post()
                    .uri(address)
                    .accept("text/html")
                    .cookie(new jakarta.servlet.http.Cookie("XSRF-TOKEN", "00000000-0000-0000-0000-000000000001"))
                    .param("_csrf", "00000000-0000-0000-0000-000000000002");
            judged.assertThat(send(foreign, who).getResponse().getStatus())
                    .as("%s with a foreign token", door.name())
                    .isEqualTo(403);
        }
        judged.assertAll();
    }

    @Test
    void whatNobodyAskedForMakesNobodyAnOfficer() {
        var someone = titian.People.someone();
        var visitor = new Browser(browser);
        var form = new HashMap<>(UNASKED);
        form.putAll(Map.ofEntries(
                Map.entry("once", "1"),
                Map.entry("name", someone.name()),
                Map.entry("nik", someone.nik().value()),
                Map.entry("birthDate.day", String.valueOf(someone.birthDate().getDayOfMonth())),
                Map.entry("birthDate.month", String.valueOf(someone.birthDate().getMonthValue())),
                Map.entry("birthDate.year", String.valueOf(someone.birthDate().getYear())),
                Map.entry("email", someone.email()),
                Map.entry("phone", "081234567890"),
                Map.entry("password", SignedInPeople.PASSWORD),
                Map.entry("consent", "2026-11"),
                Map.entry("confirmed", "true"),
                Map.entry("account.roles", "ADMINISTRATOR")));
        assertThat(visitor.post("/daftar", form)).hasRedirectedUrl("/daftar/kode");

        assertThat(visitor.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/masuk");
        assertThat(visitor.get("/petugas")).hasRedirectedUrl("/masuk");
    }

    /** Another's records, named in a field and not in the address. */
    @Test
    void anIdInAFieldOpensNoMoreThanOneInTheAddress() {
        var form = make("ready-form");
        var me = SignedInPeople.applicant(accounts);
        var fields = new HashMap<String, String>();
        fields.put("permohonan", form.ids().getFirst());
        send(new PageForm("/daftar-tunggu/baru", true, Map.of()), fields, me);
        for (var who : List.of(me, form.owner())) {
            assertThat(html(get("/daftar-tunggu", who))).doesNotContainPattern("href=\"/daftar-tunggu/[0-9a-f]{8}-");
        }
        assertThat(html(get("/daftar-tunggu/baru?permohonan=" + form.ids().getFirst(), me)))
                .doesNotContain("value=\"" + form.ids().getFirst());

        var ticket = make("ticket");
        var paper = "/petugas/pintu/tiket/" + ticket.ids().getFirst();
        var before = html(get(paper, ticket.owner()));
        var elsewhere = "kanim-bogor".equals(String.valueOf(ticket.owner().office()))
                ? OfficeId.of("kanim-langsa")
                : OfficeId.of("kanim-bogor");
        var counter = SignedInPeople.officer(accounts, elsewhere, Role.COUNTER_OFFICER);
        send(new PageForm("/petugas/loket/masuk", true, Map.of()), Map.of("loket", "1"), counter);
        for (var act : List.of("mulai", "ulang", "selesai", "absen")) {
            var pressed = Map.of("aksi", act, "tiket", ticket.ids().getFirst());
            isRefused(send(new PageForm("/petugas/loket", true, Map.of()), pressed, counter));
        }
        isRefused(send(
                new PageForm("/petugas/loket", true, Map.of()),
                Map.of("panggil", ticket.ids().getFirst()),
                counter));
        assertThat(html(get(paper, ticket.owner()))).isEqualTo(before).isNotEmpty();
    }

    private static void isRefused(MvcTestResult answer) {
        assertThat(answer.getResponse().getStatus()).isIn(302, 400, 404);
    }

    @Test
    void aSessionFromBeforeIsNotTheOneOfWhoSignsIn() {
        var someone = titian.People.someone();
        SignedInPeople.applicant(accounts, someone);
        var attacker = new Browser(browser);
        attacker.posted("/masuk/kunci/pilihan");
        var planted = attacker.session();
        assertThat(planted).isNotEmpty();

        var victim = new Browser(browser).with(new jakarta.servlet.http.Cookie("titian", planted));
        assertThat(victim.signIn(someone.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");

        assertThat(victim.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(attacker.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(victim.get("/beranda")).hasStatusOk();
    }

    @Test
    void aSessionThatWasMadeUpIsNotTaken() {
        var someone = titian.People.someone();
        SignedInPeople.applicant(accounts, someone);
        var victim = new Browser(browser).with(new jakarta.servlet.http.Cookie("titian", "bWFkZS11cA=="));

        victim.signIn(someone.email(), SignedInPeople.PASSWORD);

        assertThat(victim.session()).isNotEmpty().isNotEqualTo("bWFkZS11cA==");
    }

    /** The page asked for before signing in is kept in a cookie, which anybody can write. */
    @Test
    void nobodyIsLedToAnotherHost() {
        var someone = titian.People.someone();
        SignedInPeople.applicant(accounts, someone);
        for (var to : List.of(
                "https://evil.example",
                "https://a//evil.example/x",
                "//evil.example",
                "https://a/\\evil.example",
                "javascript:alert(1)",
                "mailto:a@b",
                "/\\evil.example",
                "not an address")) {
            var kept = Base64.getEncoder().encodeToString(to.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var victim = new Browser(browser).with(new jakarta.servlet.http.Cookie("REDIRECT_URI", kept));
            assertThat(victim.signIn(someone.email(), SignedInPeople.PASSWORD)
                            .getResponse()
                            .getRedirectedUrl())
                    .as(to)
                    .isIn("/beranda", "/");
            for (var field : List.of("kembali", "back", "next", "to", "url", "redirect", "continue")) {
                assertThat(new Browser(browser)
                                .post("/tampilan", Map.of(field, to))
                                .getResponse()
                                .getHeader("Location"))
                        .as("%s=%s", field, to)
                        .isEqualTo("/");
            }
        }
    }
}
