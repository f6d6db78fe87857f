package titian.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static titian.SignedInPeople.as;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.UnmaskDesk;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.Act;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Errand;

/** Auditors find what was done, read all an entry says, check a day by itself, and take along what they found. */
@TitianTest
class AuditPagesTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-bandung");

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
    TransactionOperations transaction;

    @Autowired
    World world;

    SignedIn auditor;
    SignedIn officer;

    @BeforeEach
    void people() {
        auditor = SignedInPeople.officer(accounts, OFFICE, Role.AUDITOR);
        officer = SignedInPeople.officer(accounts, OFFICE, Role.COUNTER_OFFICER);
    }

    @Test
    void anEntryIsReadWithAllItSaysAndItsPlaceInTheChain() {
        var subject = AccountId.next().toString();
        var id = written(new Act("NUMBER_MISSED", "application", subject, "CALLED", "MISSED", "dua kali dipanggil"));

        assertThat(read("/petugas/audit/catatan/" + id))
                .contains(
                        subject,
                        "CALLED",
                        "MISSED",
                        "dua kali dipanggil",
                        "Petugas loket",
                        officer.account().toString());
        linkAll();
        assertThat(read("/petugas/audit/catatan/" + id)).contains("SHA-256").doesNotContain("beberapa detik");
        assertThat(browser.get().uri("/petugas/audit/catatan/999999999999").with(as(auditor)))
                .hasStatus(404);
        assertThat(browser.get().uri("/petugas/audit/catatan/sepuluh").with(as(auditor)))
                .hasStatus4xxClientError();
    }

    @Test
    void entriesAreFoundByOfficerOfficeKindAndSubject() {
        var subject = AccountId.next().toString();
        written(Act.of("NUMBER_CALLED", "application", subject));
        var all = "/petugas/audit?pelaku=" + officer.account() + "&kantor=" + OFFICE + "&jenis=application&nomor="
                + subject;

        assertThat(read(all)).contains(subject, "Nomor dipanggil");
        for (var other : new String[] {"&jenis=bill", "&kantor=kanim-medan", "&nomor=lain%26%22", "&hari=1999-01-01"}) {
            assertThat(read("/petugas/audit?pelaku=" + officer.account() + other))
                    .as(other)
                    .contains("Tidak ada catatan yang cocok");
        }
    }

    /** What is found can be taken along in one piece however much it is, and that it was is an entry. */
    /** Whatever has a name here can be looked for by it. */
    @Test
    void nothingThatIsWrittenDownIsLeftOutOfTheLists() {
        var named = ResourceBundle.getBundle("messages/audit", Locale.of("id")).keySet();

        assertThat(named)
                .filteredOn(key -> key.matches("audit[.]act[.][A-Z_]+"))
                .hasSizeGreaterThan(60)
                .map(key -> key.substring("audit.act.".length()))
                .containsExactlyInAnyOrderElementsOf(Readers.ACTS);
        assertThat(named)
                .filteredOn(key -> key.matches("audit[.]kind[.](?!any$)[a-z]+"))
                .map(key -> key.substring("audit.kind.".length()))
                .containsExactlyInAnyOrderElementsOf(Readers.KINDS);
    }

    @Test
    void whatWasFoundIsTakenAlongAndThatIsWrittenDown() {
        for (int i = 0; i < 2_001; i++) {
            desk.write(new Act("NUMBER_CALLED", "application", "n" + i, "", "", "=1+1 \"dan\", lagi"), officer);
        }

        var table = read("/petugas/audit/catatan.csv?pelaku=" + officer.account());
        var lines = read("/petugas/audit/catatan.jsonl?pelaku=" + officer.account());

        assertThat(table.lines()).hasSize(2_002);
        assertThat(table.lines().toList().get(1))
                .contains(",COUNTER_OFFICER,kanim-bandung,NUMBER_CALLED,application,n2000,")
                .contains("\"'=1+1 \"\"dan\"\", lagi\"");
        assertThat(lines.lines()).hasSize(2_001).first().asString().contains("\"subject\":\"n2000\"");
        assertThat(desk.find(
                        Search.of(
                                null, null, null, null, null, auditor.account().toString()),
                        Long.MAX_VALUE))
                .extracting(entry -> entry.act().what() + " " + entry.act().subject())
                .containsExactly("EXPORTED titian-audit.jsonl", "EXPORTED titian-audit.csv");
    }

    /** Of every look it is kept for what it was: on the page in words, and in what is taken along by name. */
    @Test
    void aLookSaysForWhatItWas() {
        var door = SignedInPeople.officer(accounts, OFFICE, Role.DOOR_OFFICER);
        assertThat(browser.get().uri("/petugas/pintu/hari-ini").with(as(door))).hasStatusOk();

        var looks = "pelaku=" + door.account() + "&tindakan=LOOKED";
        assertThat(read("/petugas/audit?" + looks)).contains("Menerima tamu hari ini");
        assertThat(read("/petugas/audit/catatan.csv?" + looks))
                .contains(",LOOKED,/petugas/pintu/hari-ini,,,,ARRIVALS,");
        var look = desk.find(
                Search.of(null, null, "LOOKED", null, null, door.account().toString()), Long.MAX_VALUE);
        assertThat(look)
                .singleElement()
                .satisfies(entry ->
                        assertThat(read("/petugas/audit/catatan/" + entry.id())).contains("Menerima tamu hari ini"));
        for (var errand : Errand.values()) {
            for (var language : List.of("id", "en")) {
                assertThat(ResourceBundle.getBundle("messages/audit", Locale.of(language))
                                .getString("audit.errand." + errand))
                        .isNotBlank();
            }
        }
    }

    @Test
    void whatANumberWasShownForIsReadInWordsWithItsNote() {
        var plain = written(new Act("UNMASKED", "application", id(), "", "", "IDENTITY_CHECK"));
        var noted = written(new Act("UNMASKED", "application", id(), "", "", "OTHER: salah ketik: nama"));

        assertThat(read("/petugas/audit/catatan/" + plain)).contains("Memeriksa identitas orang di loket");
        assertThat(read("/petugas/audit/catatan/" + noted)).contains("Lainnya: salah ketik: nama");
        for (var purpose : UnmaskDesk.Purpose.values()) {
            for (var language : List.of("id", "en")) {
                assertThat(ResourceBundle.getBundle("messages/audit", Locale.of(language))
                                .getString("audit.purpose." + purpose))
                        .isNotBlank();
            }
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aDayIsCheckedByItself() {
        var id = written(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        linkAll();
        var day = checks.place(desk.find(id).orElseThrow()).orElseThrow().day();
        assertThat(read("/petugas/audit/periksa?hari=" + day)).contains("Rantai catatan utuh", "belum ditandatangani");

        theDayPasses();

        assertThat(checks.check(day)).get().isInstanceOf(Check.Finding.Whole.class);
        assertThat(read("/petugas/audit/periksa?hari=" + day)).contains("Rantai catatan utuh", "sudah ditandatangani");
        assertThat(read("/petugas/audit/periksa?hari=1999-01-01")).contains("Tidak ada catatan pada hari itu");
        assertThat(read("/petugas/audit/periksa?sebelum=1999-01-01")).doesNotContain("Rantai per hari");
    }

    /** Whoever owns the database points the auditor at what they did, also at an entry of their own making. */
    @Test
    void aDayThatWasTamperedWithIsPointedAt() {
        var first = written(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        var second = written(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        linkAll();
        var place = checks.place(desk.find(first).orElseThrow()).orElseThrow();
        theDayPasses();

        assertThat(afterTampering(place.day(), "UPDATE audit.entry SET role = 'AUDITOR' WHERE id = " + first))
                .isEqualTo(new Check.Finding.Broken(place.seq(), first, place.day(), Check.Fault.CHANGED));
        assertThat(afterTampering(place.day(), "DELETE FROM audit.link WHERE entry = " + first))
                .isInstanceOfSatisfying(Check.Finding.Broken.class, broken -> {
                    assertThat(broken.seq()).isEqualTo(place.seq() + 1);
                    assertThat(broken.fault()).isEqualTo(Check.Fault.MISSING);
                });
        assertThat(afterTampering(place.day(), "DELETE FROM audit.link WHERE seq >= " + place.seq()))
                .isInstanceOfSatisfying(Check.Finding.Broken.class, broken -> {
                    assertThat(broken.seq()).isEqualTo(place.seq());
                    assertThat(broken.fault()).isEqualTo(Check.Fault.CUT_OFF);
                });
        assertThat(afterTampering(
                        place.day(),
                        "UPDATE audit.link SET entry = -1 WHERE entry = " + first,
                        "UPDATE audit.link SET entry = " + first + " WHERE entry = " + second,
                        "UPDATE audit.link SET entry = " + second + " WHERE entry = -1"))
                .isEqualTo(new Check.Finding.Broken(place.seq(), second, place.day(), Check.Fault.CHANGED));
        assertThat(afterTampering(place.day(), "UPDATE audit.head SET signature = '\\x00'"))
                .isInstanceOfSatisfying(
                        Check.Finding.Broken.class,
                        broken -> assertThat(broken.fault()).isEqualTo(Check.Fault.NOT_SIGNED));
        assertThat(checks.check(place.day())).get().isInstanceOf(Check.Finding.Whole.class);
    }

    @Test
    void anEntryPutInFromOutsideIsPointedAt() {
        written(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        linkAll();
        transaction.executeWithoutResult(tried -> {
            tried.setRollbackOnly();
            db.sql("""
                            INSERT INTO audit.entry (
                                id, at, role, office, act, kind, subject, before, after, why, request)
                            OVERRIDING SYSTEM VALUE
                            VALUES (-7, '2026-01-01T00:00Z', 'HOUSE', '', 'NUMBER_CALLED', 'account', '', '', '', '', '')
                            """).update();

            assertThat(checks.check()).isInstanceOfSatisfying(Check.Finding.Broken.class, broken -> {
                assertThat(broken.entry()).isEqualTo(-7);
                assertThat(broken.fault()).isEqualTo(Check.Fault.STRAY);
            });
        });
    }

    @Test
    void daysGoOnlyOnAlsoWhereTheClockOfANodeIsSlow() {
        written(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        linkAll();
        theDayPasses();
        world.clock().moveBy(Duration.ofDays(-2));
        written(Act.of("NUMBER_CALLED", "account", AccountId.next()));
        linkAll();
        world.clock().moveBy(Duration.ofDays(2));

        assertThat(checks.check()).isInstanceOf(Check.Finding.Whole.class);
    }

    private Check.Finding afterTampering(LocalDate day, String... changes) {
        return Objects.requireNonNull(transaction.execute(tried -> {
            tried.setRollbackOnly();
            db.sql("SET LOCAL session_replication_role = replica").update();
            List.of(changes).forEach(change -> db.sql(change).update());
            return checks.check(day).orElseThrow();
        }));
    }

    private long written(Act act) {
        desk.write(act, officer);
        return desk.find(Search.of(null, null, null, null, act.subject(), null), Long.MAX_VALUE)
                .getFirst()
                .id();
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

    private String read(String address) {
        try {
            var answer =
                    browser.get().uri(URI.create(address)).with(as(auditor)).exchange();
            assertThat(answer).as(address).hasStatusOk();
            return answer.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
