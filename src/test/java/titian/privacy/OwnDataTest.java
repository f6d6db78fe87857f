package titian.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.form.FilledIn;
import titian.platform.KeepsPersonalData;
import titian.seal.HoldsSealed;
import titian.shared.SignedIn;

/** Whoever asks is told all that is kept about them, and nothing about anybody else. */
@TitianTest
class OwnDataTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    BeanFactory house;

    @Autowired
    List<KeepsPersonalData> keepers;

    @Autowired
    List<HoldsSealed> sealed;

    final People.Someone someone = People.someone();
    SignedIn me;
    FilledIn forms;

    @BeforeEach
    void register() {
        me = SignedInPeople.applicant(accounts, someone);
        forms = new FilledIn(house);
    }

    @Test
    void everythingIsToldAndEveryFileIsThere() throws IOException {
        var application = forms.form(me.account(), someone, forms.slot(1));
        forms.submit(application, me.account());
        var told = told(me);
        var data = new String(told.get("data.json"));
        assertThat(data)
                .contains(
                        someone.name(),
                        someone.nik().value(),
                        someone.email(),
                        "+6281234567890",
                        "JL KENANGASARI 1",
                        "BUDI",
                        "\"booking_code\"",
                        "\"amount\"",
                        "foto.jpg");
        assertThat(told).containsKey("BACA-SAYA.txt");
        assertThat(told.get("files/" + application + "/KTP.jpeg")).startsWith(new byte[] {(byte) 0xff, (byte) 0xd8});
    }

    @Test
    void nothingIsToldOfAnybodyElse() throws IOException {
        forms.ready(me.account(), someone);
        var other = People.someone();
        var told = told(SignedInPeople.applicant(accounts, other));
        assertThat(told.keySet()).containsExactlyInAnyOrder("BACA-SAYA.txt", "data.json");
        assertThat(new String(told.get("data.json")))
                .contains(other.name())
                .doesNotContain(someone.name(), someone.nik().value(), someone.email());
    }

    @Test
    void itIsNeverLeftBehindInACacheAndAsksForOurForm() {
        var answer =
                browser.post().uri("/akun/data/unduh").with(as(me)).with(csrf()).exchange();
        assertThat(answer).hasHeader("Cache-Control", "no-store").hasContentType("application/zip");
        assertThat(browser.post().uri("/akun/data/unduh").with(as(me)).exchange())
                .hasStatus(403);
    }

    /** Booking keeps marks only; who sits at a counter is an officer; whom a bank's line is about nobody can say. */
    @Test
    void everyModuleThatSealsSomethingTellsIt() {
        assertThat(modules(keepers))
                .containsAll(modules(sealed).stream()
                        .filter(module -> !Set.of("titian.booking", "titian.queue", "titian.reconciliation")
                                .contains(module))
                        .toList());
        assertThat(modules(sealed)).hasSizeGreaterThan(5);
    }

    private static Set<String> modules(List<?> beans) {
        return beans.stream()
                .map(bean -> AopUtils.getTargetClass(bean).getPackageName())
                .collect(Collectors.toSet());
    }

    private Map<String, byte[]> told(SignedIn whom) throws IOException {
        var answer = browser.post()
                .uri("/akun/data/unduh")
                .with(as(whom))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatusOk();
        var entries = new HashMap<String, byte[]>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
