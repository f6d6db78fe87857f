package titian.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import titian.Browser;
import titian.OfficersPhone;
import titian.People;
import titian.ReadableProgram;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.SomeVisits;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** What is done is written down with it, is never changed, and whoever changes it all the same is found out. */
@TitianTest
class AuditTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");
    private static final ReadableProgram PROGRAM = new ReadableProgram("VerifyAudit");

    @Autowired
    org.springframework.beans.factory.BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    AuditDesk desk;

    @Autowired
    CheckDesk checks;

    @Autowired
    SealDesk seals;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    World world;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TempDir
    Path folder;

    @Test
    void anActAndItsEntryAreWrittenTogetherOrNotAtAll() {
        var done = AccountId.next().toString();
        var undone = AccountId.next().toString();

        events.publishEvent(Act.of("NUMBER_CALLED", "account", done).from("A", "B"));
        transaction.executeWithoutResult(tried -> {
            events.publishEvent(Act.of("NUMBER_CALLED", "account", undone));
            tried.setRollbackOnly();
        });

        assertThat(about(done)).singleElement().satisfies(entry -> {
            assertThat(entry.act().before()).isEqualTo("A");
            assertThat(entry.act().after()).isEqualTo("B");
            assertThat(entry.role()).isEqualTo("HOUSE");
        });
        assertThat(about(undone)).isEmpty();
    }

    @Test
    void whatTheAuditHoldsIsNeverChanged() {
        events.publishEvent(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        for (var change : List.of(
                "UPDATE audit.entry SET why = 'x'",
                "DELETE FROM audit.entry",
                "TRUNCATE audit.entry CASCADE",
                "UPDATE audit.link SET day = day",
                "DELETE FROM audit.link",
                "DELETE FROM audit.head")) {
            assertThatThrownBy(() -> db.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theDayOfAVisitIsWrittenDownWithWhoDidWhat() {
        var applicant = SignedInPeople.applicant(accounts);
        var visit = new SomeVisits(house).paid(applicant.account(), OFFICE);
        world.clock().moveTo(visit.appointment().startsAt());
        var door = SignedInPeople.officer(accounts, OFFICE, Role.DOOR_OFFICER);

        assertThat(browser.post()
                        .uri("/petugas/pintu")
                        .param("kode", visit.appointment().code().value())
                        .with(as(door))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        var application = visit.appointment().application().toString();
        assertThat(about(application))
                .extracting(entry -> entry.act().what())
                .contains("CHECKED_IN", "APPLICATION_MOVED");
        assertThat(about(application))
                .filteredOn(entry -> entry.act().what().equals("CHECKED_IN"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.account()).isEqualTo(door.account());
                    assertThat(entry.role()).isEqualTo("DOOR_OFFICER");
                    assertThat(entry.office()).isEqualTo(OFFICE.value());
                    assertThat(entry.request()).hasSize(16);
                });
    }

    /** Every address officers send something to leaves an entry, whatever comes of it: none can be forgotten. */
    @Test
    void nothingOfficersSendGoesUnseen() {
        var seen = new ArrayList<String>();
        for (var info : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                if (pattern.startsWith("/petugas")
                        && methods.contains(org.springframework.web.bind.annotation.RequestMethod.POST)) {
                    var role = role(pattern);
                    var officer = SignedInPeople.officer(accounts, OFFICE, role);
                    browser.post()
                            .uri(pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001"))
                            .with(as(officer))
                            .with(csrf())
                            .exchange();
                    assertThat(by(officer))
                            .as(pattern)
                            .anySatisfy(entry -> assertThat(entry.act().kind()).isEqualTo(pattern));
                    seen.add(pattern);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(5);
    }

    @Test
    void lookingAtPeopleIsWrittenDownBeforeTheyAreShown() {
        var door = SignedInPeople.officer(accounts, OFFICE, Role.DOOR_OFFICER);

        browser.get().uri("/petugas/pintu/hari-ini?cari=rahasia").with(as(door)).exchange();
        browser.post()
                .uri("/petugas/pintu/hari-ini")
                .param("cari", "rahasia")
                .with(as(door))
                .with(csrf())
                .exchange();

        assertThat(by(door))
                .allSatisfy(entry -> assertThat(entry.line()).doesNotContain("rahasia"))
                .extracting(entry -> entry.act().what())
                .as("the latest first: an answer that shows people is a look, like a page")
                .containsExactly("LOOKED", "ASKED", "LOOKED");
    }

    @Test
    void officersComingAndGoingIsWrittenDownAndApplicantsIsNot() {
        var officer = People.officer();
        var id = accounts.appoint(
                officer.email(), officer.name(), SignedInPeople.PASSWORD, OFFICE, Set.of(Role.DOOR_OFFICER));
        var someone = People.someone();
        var applicant = SignedInPeople.applicant(accounts, someone);

        var machine = new Browser(browser);
        new OfficersPhone(world.address()).enter(machine, officer.email(), SignedInPeople.PASSWORD);
        machine.post("/keluar", Map.of());
        machine.signIn(someone.email(), SignedInPeople.PASSWORD);
        machine.post("/keluar", Map.of());

        assertThat(about(id.toString()))
                .extracting(entry -> entry.act().what())
                .containsExactly("SIGNED_OUT", "SIGNED_IN", "PROOF_SET_UP");
        assertThat(about(applicant.account().toString())).isEmpty();
    }

    @Test
    void onlyAuditorsRead() {
        var auditor = SignedInPeople.officer(accounts, OFFICE, Role.AUDITOR);
        events.publishEvent(Act.of("NUMBER_CALLED", "account", auditor.account()));

        assertThat(browser.get()
                        .uri("/petugas/audit?nomor=" + auditor.account())
                        .with(as(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains("Nomor dipanggil", auditor.account().toString());
        assertThat(browser.get()
                        .uri("/petugas/audit?hari=kapan&pelaku=siapa&sebelum=0&lang=en")
                        .with(as(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains("No entry fits");
        assertThat(browser.get()
                        .uri("/petugas/audit")
                        .with(as(SignedInPeople.officer(accounts, OFFICE, Role.ADMINISTRATOR))))
                .hasStatus(403);
    }

    @Test
    void aDayThatIsOverIsSignedAndTheChainIsWhole() throws IOException {
        events.publishEvent(Act.of("NUMBER_CALLED", "account", AccountId.next()).from("satu\tdua", "tiga\\n\nempat"));
        linkAll();
        theDayPasses();

        assertThat(checks.check())
                .isInstanceOfSatisfying(
                        Check.Finding.Whole.class,
                        whole -> assertThat(whole.signedUntil()).isNotNull());
        assertThat(said(ReadableProgram.of(List.of("bin/verify-audit", written(export())))))
                .startsWith("0 The chain is whole");
    }

    @Test
    void whateverIsTamperedWithIsPointedAt() throws IOException {
        var called = Stream.generate(AccountId::next).limit(5).toList();
        called.forEach(account -> events.publishEvent(Act.of("NUMBER_CALLED", "account", account)));
        linkAll();
        theDayPasses();
        var lines = export();
        var last = lines.size() - 1;
        // others act at the same time: theirs may be the last
        var ours = IntStream.rangeClosed(0, last)
                .filter(line -> lines.get(line).contains(called.get(2).toString()))
                .findFirst()
                .orElseThrow();
        var link = lines.get(ours).split("\t")[1];

        var changed = new ArrayList<>(lines);
        changed.set(ours, changed.get(ours).replace("NUMBER_CALLED", "NUMBER_MISSED"));
        var deleted = new ArrayList<>(lines);
        deleted.remove(ours);
        var swapped = new ArrayList<>(lines);
        swapped.set(ours, lines.get(ours + 1));
        swapped.set(ours + 1, lines.get(ours));
        var cut = new ArrayList<>(lines.subList(0, last - 1));
        var forged = new ArrayList<>(lines);
        forged.replaceAll(line -> line.startsWith("head\t") ? line.substring(0, line.length() - 2) + "ff" : line);

        assertThat(verify(lines)).startsWith("0 ");
        assertThat(verify(changed)).startsWith("1 ").contains("was changed at link " + link + ",");
        assertThat(verify(deleted)).startsWith("1 ").contains("missing or moved before link");
        assertThat(verify(swapped)).startsWith("1 ").contains("missing or moved before link");
        assertThat(verify(cut)).startsWith("1 ").contains("ends at link");
        assertThat(verify(forged)).startsWith("1 ").contains("signature");
        assertThat(verify(changed, "--day", lines.get(ours).split("\t")[2]))
                .startsWith("1 ")
                .contains("was changed at link " + link + ",");
        assertThat(verify(changed, "--day", "1999-01-01")).startsWith("2 ");
        assertThat(verify(lines, "--key", "AAAA")).startsWith("1 ").contains("another key");
        assertThat(verify(List.of("nonsense"))).startsWith("2 ");
    }

    /** Whoever owns the database can switch off what refuses; the house itself then points at the row. */
    @Test
    void aRowChangedInTheDatabaseIsPointedAtByTheHouse() {
        events.publishEvent(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        linkAll();
        transaction.executeWithoutResult(tried -> {
            tried.setRollbackOnly();
            db.sql("ALTER TABLE audit.entry DISABLE TRIGGER entries_are_never_changed")
                    .update();
            var row = db.sql(
                            "UPDATE audit.entry SET why = 'lain' WHERE id = (SELECT max(entry) FROM audit.link) RETURNING id")
                    .query(Long.class)
                    .single();

            assertThat(checks.check()).isInstanceOfSatisfying(Check.Finding.Broken.class, broken -> {
                assertThat(broken.entry()).isEqualTo(row);
                assertThat(broken.fault()).isEqualTo(Check.Fault.CHANGED);
            });
        });
        assertThat(checks.check()).isInstanceOf(Check.Finding.Whole.class);
    }

    /** The last day of the chain passes. */
    private void theDayPasses() {
        var day =
                db.sql("SELECT max(day) FROM audit.link").query(LocalDate.class).single();
        world.clock()
                .moveTo(day.plusDays(1).atTime(12, 0).atZone(SealDesk.JAKARTA).toInstant());
        seals.sign();
    }

    private void linkAll() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            seals.link();
            return db.sql("SELECT count(*) FROM audit.entry e WHERE NOT EXISTS "
                                    + "(SELECT FROM audit.link l WHERE l.entry = e.id)")
                            .query(Long.class)
                            .single()
                    == 0;
        });
    }

    private List<String> export() {
        var text = new StringWriter();
        checks.export(new PrintWriter(text));
        return text.toString().lines().toList();
    }

    private String verify(List<String> lines, String... more) throws IOException {
        return said(PROGRAM.run(
                Stream.concat(Stream.of(written(lines)), Stream.of(more)).toList()));
    }

    private String written(List<String> lines) throws IOException {
        return Files.write(folder.resolve("audit.tsv"), lines, UTF_8).toString();
    }

    private static String said(ReadableProgram.Verdict verdict) {
        return verdict.code() + " " + verdict.text();
    }

    private List<Entry> about(String subject) {
        return desk.find(Search.of(null, null, null, null, subject, null), Long.MAX_VALUE);
    }

    private List<Entry> by(SignedIn officer) {
        return desk.find(
                Search.of(null, null, null, null, null, officer.account().toString()), Long.MAX_VALUE);
    }

    private static Role role(String pattern) {
        return titian.web.Routes.ALL.stream()
                .filter(route -> org.springframework.web.util.pattern.PathPatternParser.defaultInstance
                        .parse(route.pattern())
                        .matches(org.springframework.http.server.PathContainer.parsePath(
                                pattern.replaceAll("\\{[^}]*}", "x"))))
                .findFirst()
                .orElseThrow()
                .roles()
                .stream()
                .filter(Role::isOfficers)
                .findFirst()
                .orElseThrow();
    }
}
