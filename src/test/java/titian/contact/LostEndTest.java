package titian.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import titian.Browser;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.account.EmailAddress;
import titian.contact.Change.State;
import titian.passkey.AddedByAThief;

/** Whoever has only one end: the old one stops a change, and without it the new one waits for three days. */
@TitianTest
class LostEndTest extends WithAnAccount {

    @Autowired
    BeanFactory house;

    @Test
    void theOldEndStopsItAndThePasswordThatWasKnownOpensNothing() {
        askEmail(another, SignedInPeople.PASSWORD);
        var letter = inbox.about(someone.email(), "Seseorang mengganti");
        var stop = path(letter.text());
        var change = desk.open(me).orElseThrow().id();
        var reader = new Browser(mvc);
        assertThat(reader.get(stop)).hasStatusOk().bodyText().contains("Hentikan perubahan ini?");
        assertThat(desk.find(change).orElseThrow().state()).isEqualTo(State.ASKED);

        assertThat(reader.post(stop, Map.of())).hasRedirectedUrl(stop);
        assertThat(reader.post(stop, Map.of())).hasRedirectedUrl(stop);

        assertThat(reader.get(stop)).bodyText().contains("sudah dihentikan", "/masuk/lupa");
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/masuk");
        assertThat(new Browser(mvc).signIn(someone.email(), SignedInPeople.PASSWORD))
                .hasRedirectedUrl("/masuk");
        assertThatExceptionOfType(ChangeRefused.Expired.class)
                .isThrownBy(
                        () -> confirming.confirm(me, change, desk.newDigits(change), desk.oldDigits(change), "none"));
        inbox.about(someone.email(), "dihentikan");
        assertThat(audited("EMAIL_CHANGE_STOPPED")).isOne();
    }

    @Test
    void stoppingItPutsAwayWhatAThiefAddedToComeInAgain() {
        var added = new AddedByAThief(browser, me, house);
        var change = desk.ask(me, EmailAddress.of(another));

        assertThat(new Browser(mvc).post(desk.stopAddress(change), Map.of()))
                .hasRedirectedUrl(desk.stopAddress(change));

        added.openNothing();
        assertThat(inbox.about(someone.email(), "dihentikan").text()).contains("Kunci sandi", "dilepas");
    }

    @Test
    void whoeverDoesNotReadTheOldEndStopsNothing() {
        var change = desk.ask(me, EmailAddress.of(another));

        for (var token : new String[] {UUID.randomUUID().toString(), "x"}) {
            var path = "/kontak/hentikan/" + change + "/" + token;
            assertThat(new Browser(mvc).get(path)).hasStatus(404);
            assertThat(new Browser(mvc).post(path, Map.of())).hasStatus(404);
        }
        assertThat(new Browser(mvc).get("/kontak/hentikan/" + UUID.randomUUID() + "/x"))
                .hasStatus(404);
        assertThat(desk.find(change).orElseThrow().state()).isEqualTo(State.ASKED);
    }

    @Test
    void withoutTheOldEndItWaitsThreeDaysAndBecomesTrueOnce() {
        askEmail(another, SignedInPeople.PASSWORD);
        var change = desk.open(me).orElseThrow().id();
        assertThat(letWait(desk.newDigits(change))).hasRedirectedUrl("/akun/kontak");
        assertThat(browser.get("/akun/kontak")).bodyText().contains("menunggu", another, "Batalkan");
        assertThat(path(inbox.about(someone.email(), "dalam tiga hari").text())).contains(change.toString());

        world.clock().moveBy(Duration.ofDays(3).minusMinutes(1));
        Sweeping.sweep(confirming);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
        world.clock().moveBy(Duration.ofMinutes(2));
        Sweeping.sweep(confirming);
        Sweeping.sweep(confirming);

        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(another);
        assertThat(new Browser(mvc).signIn(another, SignedInPeople.PASSWORD)).hasRedirectedUrl("/beranda");
        inbox.about(someone.email(), "sudah diganti");
        assertThat(browser.get("/beranda")).hasRedirectedUrl("/masuk");
    }

    @Test
    void whatWaitsCanBeStoppedOrGivenUp() {
        var change = desk.ask(me, EmailAddress.of(another));
        confirming.letWait(me, change, desk.newDigits(change));
        assertThat(browser.post("/akun/kontak/batal", Map.of())).hasRedirectedUrl("/akun/kontak");
        assertThat(desk.waiting(me)).isEmpty();
        var second = desk.ask(me, EmailAddress.of(another));
        confirming.letWait(me, second, desk.newDigits(second));
        new Browser(mvc).post(desk.stopAddress(second), Map.of());

        world.clock().moveBy(Duration.ofDays(4));
        Sweeping.sweep(confirming);

        assertThat(desk.find(second).orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(accounts.contact(me).orElseThrow().email()).isEqualTo(someone.email());
    }
}
