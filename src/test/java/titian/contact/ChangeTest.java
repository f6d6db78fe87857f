package titian.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.EmailAddress;
import titian.contact.Change.State;

/** Another address: it opens the account once both ends agree. */
@TitianTest
class ChangeTest extends WithAnAccount {

    @Test
    void withTheDigitsOfBothEndsTheNewAddressOpensTheAccountAndTheOldOneDoesNot() {
        var elsewhere = signedIn();
        var waitsForOldCode = new Browser(mvc);
        waitsForOldCode.post("/masuk/kode", Map.of("once", "a", "email", someone.email()));
        var signInDigits =
                digits(inbox.about(someone.email(), "Kode untuk masuk").text());
        assertThat(askEmail(another, SignedInPeople.PASSWORD)).hasRedirectedUrl("/akun/kontak/kode");
        assertThat(browser.get("/akun/kontak/kode")).bodyText().contains(another, someone.email());
        var fresh = digits(inbox.about(another, "Kode untuk alamat surel baru").text());
        var old = digits(
                inbox.about(someone.email(), "Seseorang mengganti alamat surel").text());

        assertThat(confirm(fresh, old)).hasRedirectedUrl("/akun/kontak");

        assertThat(browser.get("/akun/kontak")).hasStatusOk().bodyText().contains(another, "sudah berlaku");
        assertThat(elsewhere.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(waitsForOldCode.post("/masuk/kode/angka", Map.of("digits", signInDigits)))
                .hasStatus(422);
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(another.toUpperCase(Locale.ROOT), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
        inbox.about(another, "sekarang dipakai akun");
        assertThat(inbox.about(someone.email(), "sudah diganti").text())
                .contains("KTP")
                .doesNotContain(another);
        assertThat(audited("EMAIL_CHANGED")).isOne();
    }

    @Test
    void anAddressThatIsSomebodyElsesLooksTheSameAndOnlyItsOwnerIsTold() {
        var other = People.someone();
        SignedInPeople.applicant(accounts, other);

        assertThat(askEmail(other.email(), SignedInPeople.PASSWORD)).hasRedirectedUrl("/akun/kontak/kode");

        var taken = desk.open(me).orElseThrow().id();
        assertThat(Browser.text(browser.get("/akun/kontak/kode"))).contains(other.email());
        assertThat(inbox.about(other.email(), "sudah dipakai akun lain").text()).doesNotContainPattern("\\d{6}");
        assertThat(confirm(desk.newDigits(taken), desk.oldDigits(taken)))
                .hasStatus(422)
                .bodyText()
                .contains("4 kali lagi");
        assertThat(letWait(desk.newDigits(taken))).hasStatus(422).bodyText().contains("3 kali lagi");
        assertThat(new Browser(mvc).signIn(other.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/beranda");
    }

    @Test
    void whoeverRegisteredAnAddressAndNeverShowedItIsTheirsDoesNotKeepIt() {
        accounts.register(
                SignedInPeople.registration(
                        new People.Someone(someone.nik(), "WARGA LAINNYA", someone.birthDate(), another)),
                SignedInPeople.network());
        var change = desk.ask(me, EmailAddress.of(another));

        confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none");

        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(another);
    }

    @Test
    void anAddressTakenMeanwhileIsNotTakenAway() {
        var change = desk.ask(me, EmailAddress.of(another));
        confirming.letWait(me, change, desk.newDigits(change));
        SignedInPeople.applicant(
                accounts, new People.Someone(someone.nik(), "WARGA LAINNYA", someone.birthDate(), another));

        world.clock().moveBy(Duration.ofDays(3).plusMinutes(1));
        Sweeping.sweep(confirming);

        assertThat(desk.find(change).orElseThrow().state()).isEqualTo(State.EXPIRED);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
    }

    @Test
    void withoutThePasswordNothingIsSent() {
        assertThat(askEmail(another, "bukan kata sandinya"))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#password\">", "tidak cocok", another);
        assertThat(askEmail("bukan alamat", "")).hasStatus(422).bodyText().contains("Ada 2 isian");
        assertThat(askEmail(someone.email(), SignedInPeople.PASSWORD))
                .bodyText()
                .contains("sudah memakai");
        assertThat(desk.open(me)).isEmpty();
        assertThat(inbox.of(another)).isEmpty();
    }

    @Test
    void fiveWrongTriesEndIt() {
        var change = desk.ask(me, EmailAddress.of(another));
        var wrong = other(desk.newDigits(change));
        assertThatExceptionOfType(ChangeRefused.CodeWrong.class)
                .isThrownBy(() ->
                        confirming.confirm(me, change, desk.newDigits(change), other(desk.oldDigits(change)), "none"))
                .satisfies(refused -> assertThat(refused.old()).isTrue());
        for (int left = 3; left >= 0; left--) {
            var expected = left;
            assertThatExceptionOfType(ChangeRefused.CodeWrong.class)
                    .isThrownBy(() -> confirming.letWait(me, change, wrong))
                    .satisfies(refused -> assertThat(refused.left()).isEqualTo(expected));
        }

        assertThatExceptionOfType(ChangeRefused.CodeWrong.class)
                .isThrownBy(
                        () -> confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none"));
    }

    @Test
    void aChangeIsItsAccountsOwnAndLivesForAQuarterOfAnHour() {
        var change = desk.ask(me, EmailAddress.of(another));
        var stranger = SignedInPeople.applicant(accounts).account();
        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(() ->
                        confirming.confirm(stranger, change, desk.newDigits(change), desk.oldDigits(change), "none"));

        world.clock().moveBy(Duration.ofMinutes(16));

        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(
                        () -> confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none"));
        assertThat(browser.get("/akun/kontak/kode")).hasRedirectedUrl("/akun/kontak");
    }

    @Test
    void aNewChangeTakesThePlaceOfTheOneBefore() {
        var first = desk.ask(me, EmailAddress.of(another));
        desk.ask(me, EmailAddress.of(People.someone().email()));

        assertThat(desk.find(first).orElseThrow().state()).isEqualTo(State.REPLACED);
        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(() -> confirming.confirm(me, first, desk.newDigits(first), desk.oldDigits(first), "none"));
    }

    @Test
    void fiveAnHourAreEnough() {
        for (int i = 0; i < 5; i++) {
            desk.ask(me, EmailAddress.of(People.someone().email()));
        }

        assertThat(askEmail(another, SignedInPeople.PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering");
    }

    @Test
    void nothingOfItStandsOpenAndItsOwnerIsToldAll() throws Exception {
        var change = desk.ask(me, EmailAddress.of(another));
        confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none");
        assertThat(db.sql("SELECT before || guard || after FROM contact.change WHERE id = :id")
                        .param("id", change)
                        .query(String.class)
                        .single())
                .doesNotContain(another, someone.email());

        assertThat(new OwnChanges(changes).about(me, List.of()))
                .singleElement()
                .satisfies(told -> assertThat(told).containsEntry("after", another));
    }

    @Test
    void thePagesSpeakEnglish() {
        assertThat(browser.get("/akun/kontak?lang=en")).bodyText().contains("E-mail and phone", "Not confirmed yet");
        assertThat(browser.get("/akun/kontak/surel")).bodyText().contains("New e-mail address");
        assertThat(browser.get("/akun/kontak/ponsel")).bodyText().contains("Send the code by");
    }
}
