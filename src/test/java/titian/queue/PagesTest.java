package titian.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.shared.Role;
import titian.shared.SignedIn;

/** The pages of the door, the displays, the applicant's number and the administrator's day. */
@TitianTest
class PagesTest extends DayAtAnOffice {

    @ParameterizedTest
    @ValueSource(strings = {"7Q4M-2KXP", "ABC", "<script>", "x'; DROP TABLE", "https://example.org/pass/7Q4M2KXQ"})
    void aCodeThatIsNoneIsSaidInWords(String typed) {
        assertThat(scanned(door, typed)).bodyText().containsAnyOf("Salah ketik", "Tidak dikenal");
    }

    @Test
    void nothingTypedChangesNothing() {
        assertThat(browser.post()
                        .uri("/petugas/pintu")
                        .param("kode", "  ")
                        .with(as(door))
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/petugas/pintu");
    }

    @Test
    void theDoorLetsInPrintsAndRemembers() {
        var visit = visitToday(SignedInPeople.applicant(accounts));
        var code = visit.appointment().code();

        assertThat(scanned(door, code.toString().toLowerCase(Locale.ROOT)))
                .bodyText()
                .contains("Masuk", Names.brief(visit.name()), "Cetak nomor");
        assertThat(scanned(door, code.value())).bodyText().contains("Sudah dipakai", "Cetak ulang nomor");

        var ticket = desk.givenFor(code, day.office()).orElseThrow();
        assertThat(paper(door, ticket.id().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("A-001", "Paspor baru", "0 orang")
                .doesNotContain(visit.name());
        assertThat(searched(door, visit.name().substring(6)))
                .hasStatusOk()
                .bodyText()
                .contains(visit.name(), "A-001", "Sudah datang");
    }

    @Test
    void anotherOfficesTicketAndPeopleAreNotThere() {
        var visit = visitToday(SignedInPeople.applicant(accounts));
        desk.checkIn(visit.appointment().code(), Officer.of(door));
        var ticket = desk.givenFor(visit.appointment().code(), day.office()).orElseThrow();
        var elsewhere = SignedInPeople.officer(accounts, new SomeDay(house).office(), Role.DOOR_OFFICER);

        assertThat(paper(elsewhere, ticket.id().toString())).hasStatus(404);
        assertThat(searched(elsewhere, visit.name()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(visit.appointment().code().toString());
        assertThat(scanned(elsewhere, visit.appointment().code().value()))
                .bodyText()
                .contains("Kantor lain");
    }

    @ParameterizedTest
    @CsvSource({"/petugas/pintu/tiket/x", "/petugas/pintu/hari-ini?jam=x", "/petugas/pintu/tiket/%00"})
    void aMalformedAddressGetsAHumanPage(String address) {
        assertThat(browser.get().uri(URI.create(address)).with(as(door)))
                .matches(result -> result.getResponse().getStatus() >= 400
                        && result.getResponse().getStatus() < 500);
    }

    @Test
    void theDisplayShowsNumbersInTwoLanguagesAndNoNames() {
        var visit = visitToday(SignedInPeople.applicant(accounts));
        desk.checkIn(visit.appointment().code(), Officer.of(door));
        press("/petugas/loket/masuk", "loket", "3");
        press("/petugas/loket", "aksi", "berikutnya");

        for (var page : new String[] {"/layar/{office}", "/layar/{office}/isi", "/layar/{office}?lang=en"}) {
            assertThat(browser.get().uri(page, day.office()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("001", "Loket 3", "Counter 3")
                    .contains("Nomor antrean A nol nol satu, silakan menuju loket tiga")
                    .contains("Number A zero zero one, please go to counter three")
                    .doesNotContain(visit.name(), visit.appointment().code().toString())
                    .doesNotContain(visit.appointment().application().toString());
        }
    }

    @Test
    void aDisplayOfNoOfficeIsMissing() {
        assertThat(browser.get().uri("/layar/kanim-di-bulan")).hasStatus(404);
        assertThat(browser.get().uri("/layar/KANIM"))
                .matches(result -> result.getResponse().getStatus() == 400);
    }

    @Test
    void anApplicantFollowsTheirOwnNumberAndNobodyElses() {
        var me = SignedInPeople.applicant(accounts);
        var visit = visitToday(me);
        var mine = "/antrean/" + visit.appointment().application();

        assertThat(browser.get().uri(mine).with(as(me)))
                .hasStatusOk()
                .bodyText()
                .contains("setelah Anda masuk");
        desk.checkIn(visit.appointment().code(), Officer.of(door));
        assertThat(browser.get().uri(mine).with(as(me)))
                .hasStatusOk()
                .bodyText()
                .contains("001", "0 orang", "http-equiv=\"refresh\"", "office:" + day.office());
        press("/petugas/loket/masuk", "loket", "3");
        press("/petugas/loket", "aksi", "berikutnya");
        assertThat(browser.get().uri(mine + "/isi").with(as(me)))
                .hasStatusOk()
                .bodyText()
                .contains("Nomor Anda dipanggil di loket 3");

        var someoneElse = SignedInPeople.applicant(accounts);
        assertThat(browser.get().uri(mine).with(as(someoneElse))).hasStatus(404);
        assertThat(browser.get().uri(mine + "/isi").with(as(someoneElse))).hasStatus(404);
        assertThat(browser.get().uri(mine).with(as(counter))).hasStatus(403);
        assertThat(browser.get().uri("/antrean/x").with(as(me))).hasStatus(400);
    }

    @Test
    void theAdministratorSeesTheDayAndWhoSitsWhere() {
        var administrator = SignedInPeople.officer(accounts, day.office(), Role.ADMINISTRATOR);
        press("/petugas/loket/masuk", "loket", "1");

        assertThat(browser.get().uri("/petugas/kantor").with(as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("1 loket buka", counter.name(), "Tutup", "/layar/" + day.office());
    }

    /** The door's page after a scan, as the browser gets it by following the redirect. */
    private MvcTestResult scanned(SignedIn officer, String typed) {
        var answer = browser.post()
                .uri("/petugas/pintu")
                .param("kode", typed)
                .with(as(officer))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/petugas/pintu");
        return browser.get()
                .uri("/petugas/pintu")
                .cookie(Objects.requireNonNull(answer.getResponse().getCookie("titian")))
                .with(as(officer))
                .exchange();
    }

    private MvcTestResult searched(SignedIn officer, String name) {
        return browser.post()
                .uri("/petugas/pintu/hari-ini")
                .param("cari", name)
                .with(as(officer))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult paper(SignedIn officer, String ticket) {
        return browser.get()
                .uri("/petugas/pintu/tiket/" + ticket)
                .with(as(officer))
                .exchange();
    }
}
