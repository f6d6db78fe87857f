package titian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
 * Every address, asked by everybody: strangers and each role. Who is let in, and whose records are shown, is what
 * src/test/resources/doors.txt says and nothing else.
 */
@TitianTest
class DoorsTest {

    /** What is answered before or beside the controllers. */
    private static final Map<String, Set<Role>> SERVED = Map.of(
            "/masuk POST", Set.of(),
            "/keluar POST", Set.of(),
            "/pesan POST", Set.of(),
            "/simponi/pemberitahuan POST", Set.of(),
            "/jadwal/{office}/tersedia GET", Set.of(),
            "/aset/** GET", Set.of(),
            "/favicon.ico GET", Set.of(),
            "/app.webmanifest GET", Set.of(),
            "/actuator/health/** GET", Set.of());

    /** What invented people are called and numbered. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-z-])3174[0-9]{12}(?![0-9a-z])");

    private static final Pattern SOMEBODY = Pattern.compile("WARGA [A-Z]{10}|" + NUMBER);

    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";
    /** @param to where a redirect leads, or what failed */
    private record Answer(int status, @Nullable String to) {}

    record Post(Role role, OfficeId office) {}

    private static final OfficeId HERE = OfficeId.of("kanim-jakarta-selatan");
    private static final OfficeId ELSEWHERE = OfficeId.of("kanim-bogor");

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    final Map<String, Belonging> kinds = Belonging.all();
    final Map<Role, SignedIn> people = new HashMap<>();
    final Map<Post, SignedIn> strangers = new HashMap<>();
    Doors doors;

    @BeforeEach
    void read() {
        doors = Doors.read();
    }

    @Test
    void everyAddressHasALineAndEveryLineAnAddress() {
        var there = addresses();
        assertThat(there).hasSizeGreaterThan(150);
        var declared = doors.doors.stream().map(Door::name).toList();
        assertThat(declared)
                .as("lines of %s that stand there twice", Doors.FILE)
                .doesNotHaveDuplicates();

        var missing = new TreeMap<>(there);
        missing.keySet().removeAll(declared);
        assertThat(missing.values())
                .as("addresses without a line: add to %s\n%s\n", Doors.FILE, String.join("\n", missing.values()))
                .isEmpty();
        var stale = new TreeSet<>(declared);
        stale.removeAll(there.keySet());
        assertThat(stale)
                .as("lines without an address: take them out of %s", Doors.FILE)
                .isEmpty();
    }

    @Test
    void everyRoleHasALine() {
        assertThat(doors.roles)
                .as("a role without a line: decide where it may enter, and add \"ROLE <name>\" to %s", Doors.FILE)
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void everybodyIsLetInWhereTheLineSaysAndNowhereElse() {
        var asked = new SoftAssertions();
        for (var door : doors.doors) {
            for (var role : Role.values()) {
                judge(asked, door, role);
            }
            judge(asked, door, null);
        }
        asked.assertAll();
    }

    private void judge(SoftAssertions asked, Door door, @Nullable Role role) {
        var address = door.address(Collections.nCopies(3, NOBODYS));
        var answer = ask(door, address, role == null ? null : somebody(role));
        if (door.letsIn(role)) {
            asked.assertThat(isShut(door, answer))
                    .as("%s at %s: %s", role, door.name(), answer)
                    .isFalse();
            asked.assertThat(answer.status())
                    .as("%s at %s: %s", role, door.name(), answer)
                    .isLessThan(500);
        } else if (role == null) {
            asked.assertThat(answer.to())
                    .as("a stranger at %s: %s", door.name(), answer)
                    .isEqualTo("/masuk");
        } else if (role == Role.UNPROVEN_OFFICER && answer.status() == 302) {
            asked.assertThat(answer.to()).as("%s at %s", role, door.name()).isEqualTo("/petugas/bukti");
        } else {
            asked.assertThat(answer.status()).as("%s at %s", role, door.name()).isEqualTo(403);
        }
    }

    /** Whoever may enter, but at another office or with another account, finds nothing there. */
    @Test
    void whatIsSomebodyElsesIsNotThere() {
        var asked = new SoftAssertions();
        var made = new HashMap<String, Owned>();
        for (var door : owned()) {
            var owned = made.computeIfAbsent(door.own(), this::make);
            for (var role : door.roles()) {
                if (role == Role.CENTRAL_ADMINISTRATOR && door.staysOn() == null) {
                    continue; // looks after every place: none is foreign
                }
                var answer = ask(door, door.address(owned.ids()), foreign(role, owned));
                if (door.staysOn() == null) {
                    asked.assertThat(answer.status())
                            .as("another %s at %s: %s", role, door.name(), answer)
                            .isEqualTo(404);
                } else {
                    asked.assertThat(answer.status())
                            .as("another %s at %s", role, door.name())
                            .isIn(302, 303);
                    var page = browser.get()
                            .uri(door.staysOn())
                            .with(as(owned.owner()))
                            .exchange();
                    asked.assertThat(Browser.text(page))
                            .as("%s after another %s was at %s", door.own(), role, door.name())
                            .contains(owned.ids().getLast());
                }
            }
        }
        asked.assertAll();
    }

    /** Whose it is finds it: else nothing would have been shown by its being missing for others. */
    @Test
    void whatIsOnesOwnIsThere() {
        var asked = new SoftAssertions();
        var made = new HashMap<String, Owned>();
        for (var door : owned()) {
            var owned = door.method().equals("GET") ? made.computeIfAbsent(door.own(), this::make) : make(door.own());
            asked.assertThat(owned.owner().roles())
                    .as("whoever has a %s may come to %s", door.own(), door.name())
                    .containsAnyElementsOf(door.roles());
            var answer = ask(door, door.address(owned.ids()), owned.owner());
            asked.assertThat(answer.status())
                    .as("the owner at %s: %s", door.name(), answer)
                    .isNotIn(401, 403, 404)
                    .isLessThan(500);
        }
        asked.assertAll();
    }

    /** A page on which an officer reads somebody's name or number has left a look in the audit, whoever wrote the page. */
    @Test
    void noOfficerReadsAboutPeopleUnseen() {
        var asked = new SoftAssertions();
        var shown = new TreeSet<String>();
        var offices = doors.doors.stream()
                .filter(door ->
                        door.pattern().startsWith("/petugas") && door.method().equals("GET"))
                .toList();
        var theirs = offices.stream()
                .flatMap(door -> Stream.ofNullable(door.own()))
                .distinct()
                .toList();
        for (var kind : theirs) {
            var owned = make(kind);
            for (var door : offices) {
                var isTheirs = kind.equals(door.own()) || !door.pattern().contains("{");
                var isOpen = owned.owner().roles().stream().anyMatch(door::letsIn);
                if (isTheirs && isOpen && readsAboutSomebody(door, owned)) {
                    shown.add(door.pattern());
                    asked.assertThat(looks(door, owned.owner()))
                            .as("@ShowsPeople at %s, which shows somebody", door.name())
                            .isPositive();
                }
            }
        }
        asked.assertAll();
        assertThat(shown)
                .contains("/petugas/berkas/{application}", "/petugas/wawancara/{application}")
                .hasSizeGreaterThan(5);
    }

    /** Nor where they send nothing of what a form needs, and are shown it again with what is wrong. */
    @Test
    void noOfficerReadsAboutPeopleUnseenWhereAFormIsShownAgain() {
        var asked = new SoftAssertions();
        var shown = new TreeSet<String>();
        var forms = doors.doors.stream()
                .filter(door ->
                        door.pattern().startsWith("/petugas") && door.method().equals("POST"))
                .toList();
        var theirs = forms.stream()
                .flatMap(door -> Stream.ofNullable(door.own()))
                .distinct()
                .toList();
        for (var kind : theirs) {
            var one = make(kind);
            for (var door : forms) {
                var isTheirs = kind.equals(door.own());
                if ((isTheirs || !door.pattern().contains("{"))
                        && one.owner().roles().stream().anyMatch(door::letsIn)) {
                    var owned = isTheirs ? make(kind) : one;
                    if (readsAboutSomebody(door, owned)) {
                        shown.add(door.pattern());
                        asked.assertThat(looks(door, owned.owner()))
                                .as("a look at what %s shows again", door.name())
                                .isPositive();
                    }
                }
            }
        }
        asked.assertAll();
        assertThat(shown).contains("/petugas/berkas/{application}/putusan").hasSizeGreaterThan(3);
    }

    /** Beside the card, or before its holder; anywhere else a number is masked, and seeing it asks for a purpose. */
    @Test
    void aNumberStandsInFullOnlyWhereSomebodyComparesIt() {
        var inFull = new TreeSet<String>();
        var offices = doors.doors.stream()
                .filter(door ->
                        door.pattern().startsWith("/petugas") && door.method().equals("GET"))
                .toList();
        var theirs = offices.stream()
                .flatMap(door -> Stream.ofNullable(door.own()))
                .distinct()
                .toList();
        for (var kind : theirs) {
            var owned = make(kind);
            offices.stream()
                    .filter(door -> kind.equals(door.own()) || !door.pattern().contains("{"))
                    .filter(door -> owned.owner().roles().stream().anyMatch(door::letsIn))
                    .filter(door -> NUMBER.matcher(text(door, owned)).find())
                    .forEach(door -> inFull.add(door.pattern()));
        }
        assertThat(inFull)
                .contains("/petugas/berkas/{application}")
                .isSubsetOf(
                        "/petugas/berkas/{application}",
                        "/petugas/wawancara/{application}",
                        "/petugas/bap/{application}",
                        "/petugas/pelanggan/{rescue}");
    }

    private boolean readsAboutSomebody(Door door, Owned owned) {
        return SOMEBODY.matcher(text(door, owned).replace(owned.owner().name(), ""))
                .find();
    }

    /** What the owner reads there; nothing, if it is no text. */
    private String text(Door door, Owned owned) {
        var request = browser.method(HttpMethod.valueOf(door.method()))
                .uri(URI.create(door.address(owned.ids())))
                .accept("text/html", "*/*")
                .with(csrf())
                .with(as(owned.owner()));
        door.given().forEach(request::param);
        var page = request.asyncExchange();
        var type = Objects.requireNonNullElse(page.getResponse().getContentType(), "");
        return type.startsWith("text/") ? Browser.text(page) : "";
    }

    private long looks(Door door, SignedIn officer) {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = 'LOOKED' AND account = :officer AND kind = :page")
                .param("officer", officer.account().value())
                .param("page", door.pattern())
                .query(Long.class)
                .single();
    }

    @Test
    void everyKindIsShownByALine() {
        assertThat(owned()).extracting(Door::own).containsAll(kinds.keySet()).hasSizeGreaterThan(50);
    }

    private List<Door> owned() {
        return doors.doors.stream().filter(door -> door.own() != null).toList();
    }

    private Owned make(@Nullable String kind) {
        assertThat(kinds)
                .as("a kind of record in %s that nothing makes: write a titian.Belonging of it", Doors.FILE)
                .containsKey(kind);
        return Objects.requireNonNull(kinds.get(kind)).make(house);
    }

    private Answer ask(Door door, String address, @Nullable SignedIn who) {
        var request = browser.method(HttpMethod.valueOf(door.method().equals("ANY") ? "GET" : door.method()))
                .uri(URI.create(address))
                .accept("text/html", "*/*")
                .with(csrf());
        door.given().forEach(request::param);
        if (who != null) {
            request.with(as(who));
        }
        var answer = request.asyncExchange();
        var failure = answer.getUnresolvedException();
        return failure == null
                ? new Answer(
                        answer.getResponse().getStatus(), answer.getResponse().getRedirectedUrl())
                : new Answer(500, failure.toString());
    }

    /** Pages on the way to an account lead to signing in by themselves. */
    private static boolean isShut(Door door, Answer answer) {
        var isOnTheWay = door.pattern().startsWith("/masuk") || door.pattern().startsWith("/daftar/");
        return answer.status() == 403 || (!isOnTheWay && "/masuk".equals(answer.to()));
    }

    private SignedIn somebody(Role role) {
        return people.computeIfAbsent(role, _ -> switch (role) {
            case APPLICANT -> SignedInPeople.applicant(accounts);
            case UNPROVEN_OFFICER -> unproven();
            default -> SignedInPeople.officer(accounts, officeOf(role, HERE), role);
        });
    }

    private SignedIn unproven() {
        var officer = SignedInPeople.officer(accounts, HERE, Role.DOOR_OFFICER);
        return new SignedIn(officer.account(), officer.name(), Set.of(Role.UNPROVEN_OFFICER), HERE);
    }

    /** Whoever owns nothing stays a stranger to every record, so one of each role and office will do. */
    private SignedIn foreign(Role role, Owned owned) {
        var office = officeOf(role, ELSEWHERE.equals(owned.owner().office()) ? HERE : ELSEWHERE);
        return strangers.computeIfAbsent(
                new Post(role, office),
                _ -> role == Role.APPLICANT
                        ? SignedInPeople.applicant(accounts)
                        : SignedInPeople.officer(accounts, office, role));
    }

    private static OfficeId officeOf(Role role, OfficeId usually) {
        return role == Role.REGIONAL_ADMINISTRATOR ? RegionalOffice.idOf("31") : usually;
    }

    /** Each address with its method, and the line it should have. */
    private Map<String, String> addresses() {
        var found = new TreeMap<String, String>();
        SERVED.forEach((name, roles) -> {
            var parts = name.split(" ");
            found.put(name, Doors.suggested(parts[0], parts[1], roles));
        });
        for (var mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (var pattern : patterns(mapping)) {
                for (var method : methods(mapping)) {
                    found.put(pattern + " " + method, Doors.suggested(pattern, method, roles(pattern)));
                }
            }
        }
        return found;
    }

    private static Set<String> patterns(RequestMappingInfo mapping) {
        return mapping.getPathPatternsCondition() == null
                ? Set.of()
                : mapping.getPathPatternsCondition().getPatternValues();
    }

    private static Set<String> methods(RequestMappingInfo mapping) {
        var named = mapping.getMethodsCondition().getMethods();
        return named.isEmpty() ? Set.of("ANY") : named.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<Role> roles(String pattern) {
        var address = pattern.replaceAll("\\{[^}]*}", NOBODYS);
        return Stream.of(Routes.ALL)
                .flatMap(List::stream)
                .filter(route -> RoutesTest.matches(route, address))
                .findFirst()
                .map(Routes.Route::roles)
                .orElse(Set.of());
    }
}
