package titian.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.application.SomeVisits;
import titian.retention.ErasureDesk;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** People ask to be forgotten on a page, confirm it by a word, and may change their minds there. */
@TitianTest
class ErasurePagesTest {

    private static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ErasureDesk desk;

    @Autowired
    BeanFactory house;

    SignedIn me;

    @BeforeEach
    void register() {
        me = SignedInPeople.applicant(accounts);
    }

    @Test
    void itIsAskedForByAWordAndTakenBackByAButton() {
        assertThat(page()).bodyText().contains("Ketik HAPUS", "7 hari untuk berubah pikiran");
        assertThat(send("/akun/data/hapus", "hapus ")).hasStatus3xxRedirection();
        assertThat(desk.underWay(me.account())).isPresent();
        assertThat(page()).bodyText().contains("Data Anda akan dihapus pada", "Batalkan penghapusan");

        assertThat(send("/akun/data/hapus/batal", "")).hasStatus3xxRedirection();
        assertThat(desk.underWay(me.account())).isEmpty();
        assertThat(page()).bodyText().contains("Ketik HAPUS");
    }

    @Test
    void withoutTheWordNothingIsAskedFor() {
        assertThat(send("/akun/data/hapus", "ya")).hasStatus(422).bodyText().contains("Ketik kata HAPUS");
        assertThat(desk.underWay(me.account())).isEmpty();
    }

    @Test
    void whatMustWaitIsSaidInPlainWords() {
        new SomeVisits(house).paid(me.account(), OFFICE);
        assertThat(page())
                .bodyText()
                .contains("Belum bisa dihapus", "Ada permohonan yang sedang berjalan")
                .doesNotContain("Ketik HAPUS");
        assertThat(send("/akun/data/hapus", "HAPUS")).hasStatus3xxRedirection();
        assertThat(desk.underWay(me.account())).isEmpty();
    }

    @Test
    void itIsThePersonsOwnToAskFor() {
        var officer = SignedInPeople.officer(accounts, OFFICE, Role.ADMINISTRATOR);
        assertThat(browser.get().uri("/akun/data/hapus").with(as(officer))).hasStatus(403);
        assertThat(browser.post().uri("/akun/data/hapus").with(as(me)).param("kata", "HAPUS"))
                .hasStatus(403);
    }

    private MvcTestResult page() {
        return browser.get().uri("/akun/data/hapus").with(as(me)).exchange();
    }

    private MvcTestResult send(String to, String word) {
        return browser.post()
                .uri(to)
                .with(as(me))
                .with(csrf())
                .param("kata", word)
                .exchange();
    }
}
