package titian.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.AccountDesk;
import titian.form.FilledIn;
import titian.shared.SignedIn;

/** People see what they agreed to, in which version and when; take back what they can; and are asked anew when it changes. */
@TitianTest
class ConsentTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    ConsentDesk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    BeanFactory house;

    SignedIn me;

    @BeforeEach
    void register() {
        me = SignedInPeople.applicant(accounts);
    }

    @Test
    void whatWasAgreedWhenRegisteringIsShownWithItsVersionAndTime() {
        assertThat(desk.isGiven(me.account(), ConsentPurpose.NOTICE)).isTrue();
        assertThat(page("/akun/data/persetujuan"))
                .bodyText()
                .contains("Disetujui, versi " + ConsentPurpose.NOTICE.version() + ", pada", "Belum Anda setujui");
        assertThat(page("/beranda")).bodyText().doesNotContain("Baca dan setujui");
    }

    @Test
    void whatIsOptionalIsAgreedToAndTakenBackAndTheHistoryStays() {
        send("SURVEY/setuju");
        send("SURVEY/setuju");
        assertThat(desk.isGiven(me.account(), ConsentPurpose.SURVEY)).isTrue();
        assertThat(desk.isGiven(me.account(), ConsentPurpose.NEWS)).isFalse();

        send("SURVEY/tarik");
        send("SURVEY/tarik");
        assertThat(desk.isGiven(me.account(), ConsentPurpose.SURVEY)).isFalse();
        assertThat(page("/akun/data/persetujuan")).bodyText().contains("Ditarik pada");

        send("SURVEY/setuju");
        assertThat(desk.isGiven(me.account(), ConsentPurpose.SURVEY)).isTrue();
        assertThat(desk.history(me.account()).stream().filter(one -> one.purpose() == ConsentPurpose.SURVEY))
                .hasSize(2);
    }

    @Test
    void whatTheAccountStandsOnIsNotTakenBack() {
        assertThat(send("NOTICE/tarik")).hasStatus(400);
        assertThatThrownBy(() -> desk.withdraw(me.account(), ConsentPurpose.NOTICE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.isGiven(me.account(), ConsentPurpose.NOTICE)).isTrue();
    }

    @Test
    void aNewVersionAsksAnewAndWhatIsBookedGoesOn() {
        var forms = new FilledIn(house);
        var application = forms.form(me.account(), People.someone(), forms.slot(1));
        forms.submit(application, me.account());
        db.sql("UPDATE account.account SET consent_version = '2020-01' WHERE id = :id")
                .param("id", me.account().value())
                .update();

        assertThat(page("/beranda")).hasStatusOk().bodyText().contains("Baca dan setujui");
        assertThat(page("/permohonan/" + application)).hasStatusOk();
        assertThat(page("/akun/data/persetujuan")).bodyText().contains("Anda menyetujui versi 2020-01");

        send("NOTICE/setuju");
        assertThat(page("/beranda")).bodyText().doesNotContain("Baca dan setujui");
        assertThat(desk.history(me.account())).extracting(Consent::version).containsExactly("2026-11", "2020-01");
    }

    private MvcTestResult page(String address) {
        return browser.get().uri(address).with(as(me)).exchange();
    }

    private MvcTestResult send(String what) {
        return browser.post()
                .uri("/akun/data/persetujuan/" + what)
                .with(as(me))
                .with(csrf())
                .exchange();
    }
}
