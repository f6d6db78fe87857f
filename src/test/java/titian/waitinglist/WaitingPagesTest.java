package titian.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** The waiting list as people see it. */
@TitianTest
class WaitingPagesTest {

    @Autowired
    BeanFactory house;

    @Autowired
    MockMvcTester browser;

    @Autowired
    WaitingListDesk desk;

    SomeWaiting waiting;
    SignedIn me = person(AccountId.next());

    private static SignedIn person(AccountId account) {
        return new SignedIn(account, "Ratna", Set.of(Role.APPLICANT), null);
    }

    @BeforeEach
    void anOfficeOfItsOwn() {
        waiting = new SomeWaiting(house);
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(as(me)).exchange();
    }

    private MvcTestResult post(String path, MultiValueMap<String, String> form) {
        return browser.post().uri(path).with(as(me)).with(csrf()).params(form).exchange();
    }

    private MultiValueMap<String, String> form(ApplicationId application) {
        var first = waiting.day().minusDays(5);
        var last = waiting.day().plusDays(10);
        var form = new LinkedMultiValueMap<String, String>();
        Map.of(
                        "permohonan", application.toString(),
                        "kantor", waiting.office.value(),
                        "dari.day", String.valueOf(first.getDayOfMonth()),
                        "dari.month", String.valueOf(first.getMonthValue()),
                        "dari.year", String.valueOf(first.getYear()),
                        "sampai.day", String.valueOf(last.getDayOfMonth()),
                        "sampai.month", String.valueOf(last.getMonthValue()),
                        "sampai.year", String.valueOf(last.getYear()),
                        "jam", "ANY",
                        "setuju", "ya")
                .forEach(form::add);
        for (var day : DayOfWeek.values()) {
            form.add("hari", day.name());
        }
        return form;
    }

    @Test
    void joiningPutsOneOnTheListAndTheHomeTellsIt() {
        var application = waiting.ready(me.account());
        assertThat(get("/daftar-tunggu/baru?permohonan=" + application + "&kantor=" + waiting.office))
                .hasStatusOk()
                .bodyText()
                .contains("Masuk daftar tunggu", waiting.office.value(), application.toString());

        var joined = post("/daftar-tunggu/baru", form(application));

        var wish = desk.waiting(application).orElseThrow();
        assertThat(joined).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/daftar-tunggu/" + wish.id());
        assertThat(get("/daftar-tunggu/" + wish.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Anda di daftar tunggu", "Anda paling depan");
        assertThat(get("/beranda")).hasStatusOk().bodyText().contains("/daftar-tunggu/" + wish.id());
        assertThat(get("/daftar-tunggu")).hasStatusOk().bodyText().contains("/daftar-tunggu/" + wish.id());
        assertThat(post("/daftar-tunggu/baru", form(application)))
                .as("joining twice is joining once")
                .redirectedUrl()
                .isEqualTo("/daftar-tunggu/" + wish.id());
        assertThat(get("/daftar-tunggu/baru?permohonan=" + application))
                .redirectedUrl()
                .isEqualTo("/daftar-tunggu/" + wish.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permohonan | Pilih satu sampai lima orang
            kantor     | Pilih paling sedikit satu kantor
            hari       | Pilih paling sedikit satu hari
            jam        | Pilih waktu dalam sehari
            setuju     | Nyatakan dulu bahwa datanya benar
            dari.day   | Isi tanggal yang benar
            """)
    void whatIsMissingIsSaidBesideIt(String field, String problem) {
        var form = form(waiting.ready(me.account()));
        form.remove(field);

        assertThat(post("/daftar-tunggu/baru", form)).hasStatus(422).bodyText().contains(problem);
    }

    @Test
    void whoeverIsNotReadyIsToldWhatToDoFirst() {
        assertThat(get("/daftar-tunggu/baru")).hasStatusOk().bodyText().contains("Isi permohonan dulu");
    }

    @Test
    void anOfferIsShownWithItsDeadlineAndAcceptedToPay() {
        var waiter = waiting.joins();
        me = person(waiter.account());
        waiting.returns.back(waiting.full(1), 1);
        var address = "/daftar-tunggu/" + waiter.wish();

        assertThat(get(address)).hasStatusOk().bodyText().contains("Ada tempat untuk Anda", "Jawab sebelum", "Terima");
        assertThat(get("/beranda")).bodyText().contains("Ada tempat untuk Anda", address);
        var accept = address + "/tawaran/" + waiting.offer(waiter).id() + "/terima";

        assertThat(post(accept, new LinkedMultiValueMap<>()))
                .redirectedUrl()
                .isEqualTo("/tagihan/" + waiter.members().getFirst());
        assertThat(post(accept, new LinkedMultiValueMap<>()))
                .as("pressing twice is pressing once")
                .redirectedUrl()
                .isEqualTo("/tagihan/" + waiter.members().getFirst());
        assertThat(get(address)).bodyText().contains("Anda sudah mendapat tempat");
    }

    @Test
    void aDeclinedOfferIsTold() {
        var waiter = waiting.joins();
        me = person(waiter.account());
        waiting.returns.back(waiting.full(1), 1);
        var address = "/daftar-tunggu/" + waiter.wish();

        post(address + "/tawaran/" + waiting.offer(waiter).id() + "/lepas", new LinkedMultiValueMap<>());

        assertThat(get(address)).bodyText().contains("Anda lepaskan", "Anda di daftar tunggu");
    }

    @Test
    void whatIsWaitedForCanBeChangedAndTheListLeft() {
        var waiter = waiting.joins();
        me = person(waiter.account());
        var address = "/daftar-tunggu/" + waiter.wish();
        var rank = waiting.wish(waiter).rank();
        var form = form(waiter.members().getFirst());
        form.set("jam", "MORNING");
        assertThat(get(address + "/ubah")).hasStatusOk().bodyText().contains("Urutan Anda tetap");

        assertThat(post(address + "/ubah", form)).redirectedUrl().isEqualTo(address);

        assertThat(waiting.wish(waiter).wanted().hours()).isEqualTo(Hours.MORNING);
        assertThat(waiting.wish(waiter).rank()).isEqualTo(rank);
        assertThat(get(address + "/keluar")).hasStatusOk().bodyText().contains("Ya, keluar");
        assertThat(post(address + "/keluar", new LinkedMultiValueMap<>()))
                .redirectedUrl()
                .isEqualTo(address);
        assertThat(get(address)).bodyText().contains("Anda keluar dari daftar tunggu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ubah", "/keluar"})
    void somebodyElsesWaitingIsNotFound(String page) {
        var waiter = waiting.joins();

        assertThat(get("/daftar-tunggu/" + waiter.wish() + page)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"terima", "lepas"})
    void somebodyElsesOfferIsNotFound(String answer) {
        var waiter = waiting.joins();
        waiting.returns.back(waiting.full(1), 1);
        var offer = "/daftar-tunggu/" + waiter.wish() + "/tawaran/"
                + waiting.offer(waiter).id() + "/" + answer;

        assertThat(post(offer, new LinkedMultiValueMap<>())).hasStatus(404);
        assertThat(post("/daftar-tunggu/" + waiter.wish() + "/keluar", new LinkedMultiValueMap<>()))
                .hasStatus(404);
        assertThat(waiting.isOffered(waiter)).isTrue();
    }
}
