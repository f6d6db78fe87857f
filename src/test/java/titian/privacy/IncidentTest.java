package titian.privacy;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.Belonging;
import titian.Inbox;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.form.FilledIn;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** A breach is noted, those it concerns are found and told once, and the authority's three times 24 hours are kept. */
@TitianTest
class IncidentTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    IncidentDesk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Autowired
    BeanFactory house;

    @Autowired
    World world;

    SignedIn officer;

    @BeforeEach
    void officer() {
        officer = SignedInPeople.officer(accounts, OFFICE, Role.DATA_PROTECTION_OFFICER);
    }

    @Test
    void whoeverAnOfficerLookedAtIsFoundAndToldOnce() throws UnsupportedEncodingException {
        var file = Objects.requireNonNull(Belonging.all().get("file")).make(house);
        var curious = file.owner();
        var looked = accountOf("application.application", file);
        var seen = accounts.contact(looked).orElseThrow();
        var unseen = SignedInPeople.applicant(accounts);
        looks(curious, "/petugas/berkas/" + file.ids().getFirst());

        var incident = open("OFFICER", "petugas", curious.account().toString());

        assertThat(incident.affected()).isEqualTo(1);
        assertThat(Duration.between(incident.facts().knownAt(), incident.reportBy()))
                .isEqualTo(Duration.ofHours(72));
        assertThat(page("/petugas/data/insiden/" + incident.id()))
                .bodyText()
                .contains("1 orang terdampak", "Laporkan ke lembaga paling lambat", "Seorang petugas membuka berkas")
                .doesNotContain(seen.name(), "daftar juga dibuka");
        var list = send("/petugas/data/insiden/" + incident.id() + "/daftar");
        assertThat(list.getResponse().getContentAsString())
                .contains(looked.toString(), seen.name(), seen.email())
                .doesNotContain(unseen.account().toString());
        assertThat(entries("EXPORTED", incident.id())).isEqualTo(1);

        send("/petugas/data/insiden/" + incident.id() + "/surat");
        send("/petugas/data/insiden/" + incident.id() + "/surat");
        await().until(() -> desk.find(incident.id()).orElseThrow().told() == 1);
        var inbox = new Inbox(world);
        assertThat(inbox.about(seen.email(), "Pemberitahuan penting").text())
                .contains("Seorang petugas membuka berkas", "Aksesnya dicabut");
        assertThat(inbox.of(seen.email()))
                .filteredOn(mail -> mail.subject().contains("Pemberitahuan penting"))
                .hasSize(1);
    }

    @Test
    void whoeverARefundOrARequestIsOfIsFound() {
        var refund = Objects.requireNonNull(Belonging.all().get("refund")).make(house);
        looks(refund.owner(), "/petugas/bendahara/pengembalian/" + refund.ids().getFirst());
        var correction = new SomebodysCorrection().make(house);
        looks(officer, "/petugas/data/perbaikan/" + correction.ids().getFirst());

        assertThat(affected(open("OFFICER", "petugas", refund.owner().account().toString())))
                .containsExactly(accountOf("treasury.refund", refund));
        assertThat(affected(open("OFFICER", "petugas", officer.account().toString())))
                .containsExactly(correction.owner().account());
    }

    @Test
    void howManyListsWereOpenedIsSaidForNobodyOnThemIsFound() {
        var curious = SignedInPeople.officer(accounts, OFFICE, Role.DOOR_OFFICER);
        looks(curious, "/petugas/pintu/hari-ini");
        looks(curious, "/petugas/pintu/hari-ini");

        var incident = open("OFFICER", "petugas", curious.account().toString());

        assertThat(affected(incident)).isEmpty();
        assertThat(page("/petugas/data/insiden/" + incident.id()))
                .bodyText()
                .contains("2 daftar juga dibuka petugas ini", "0 orang terdampak");
    }

    @Test
    void everybodyWithRecordsOfAKindIsFound() {
        var me = SignedInPeople.applicant(accounts);
        new FilledIn(house).ready(me.account(), People.someone());
        var other = SignedInPeople.applicant(accounts);

        var incident = open("KIND", "jenis", "files");

        assertThat(affected(incident)).contains(me.account()).doesNotContain(other.account());
        assertThat(desk.kinds()).contains("accounts", "answers", "appointments", "bills", "letters", "files");
    }

    @Test
    void whatIsReportedToTheAuthorityIsNoLongerLate() {
        var incident = open("KIND", "jenis", "files");
        db.sql("UPDATE privacy.incident SET report_by = report_by - interval '100 hours' WHERE id = :id")
                .param("id", incident.id())
                .update();
        assertThat(page("/petugas/data/insiden")).bodyText().contains("Lewat batas waktu");
        send("/petugas/data/insiden/" + incident.id() + "/lapor");
        assertThat(page("/petugas/data/insiden/" + incident.id()))
                .bodyText()
                .contains("Dilaporkan ke lembaga")
                .doesNotContain("Lewat batas waktu");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(send("/petugas/data/insiden", "apa", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Tulis penanganannya", "Pilih cara mencarinya", "Isi tanggal dan jam yang sudah lewat");
    }

    @Test
    void nobodyElseSeesIncidents() {
        var admin = SignedInPeople.officer(accounts, OFFICE, Role.ADMINISTRATOR);
        assertThat(browser.get().uri("/petugas/data/insiden").with(as(admin))).hasStatus(403);
    }

    private Incident open(String source, String field, String name) {
        var now = clock.instant();
        var answer = send(
                "/petugas/data/insiden",
                "apa",
                "Seorang petugas membuka berkas tanpa tugas.",
                "tindakan",
                "Aksesnya dicabut.",
                "mulai",
                typed(now.minus(2, HOURS)),
                "sampai",
                typed(now),
                "diketahui",
                typed(now),
                "sumber",
                source,
                field,
                name);
        assertThat(answer).hasStatus3xxRedirection();
        var address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        return desk.find(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private static String typed(Instant at) {
        return LocalDateTime.ofInstant(at, JAKARTA).toString();
    }

    private void looks(SignedIn who, String address) {
        assertThat(browser.get().uri(address).with(as(who))).hasStatusOk();
    }

    private AccountId accountOf(String table, Belonging.Owned owned) {
        return db.sql("SELECT account FROM %s WHERE id = :id".formatted(table))
                .param("id", UUID.fromString(owned.ids().getFirst()))
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .single();
    }

    private List<AccountId> affected(Incident incident) {
        return db.sql("SELECT account FROM privacy.affected WHERE incident = :id")
                .param("id", incident.id())
                .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }

    private long entries(String act, UUID subject) {
        return db.sql("SELECT count(*) FROM audit.entry WHERE act = :act AND subject = :subject")
                .param("act", act)
                .param("subject", subject.toString())
                .query(Long.class)
                .single();
    }

    private MvcTestResult page(String address) {
        return browser.get().uri(address).with(as(officer)).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = browser.post().uri(address).with(as(officer)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
