package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import titian.Browser;
import titian.People;
import titian.SignedInPeople;
import titian.TitianTest;
import titian.allowance.Limit;
import titian.allowance.Limits;
import titian.allowance.TooManyAttempts;
import titian.registry.RegistryDesk.Person;

/** The code by which an address is confirmed: how often it may be guessed and asked for, and by whom. */
@TitianTest
class RegistrationCodeTest extends AtTheRegistration {

    @Autowired
    Registrations registrations;

    @Autowired
    Limits limits;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Test
    void nobodySlipsTheirPasswordUnderAnothersCode() {
        var attack = new Registration(
                UUID.randomUUID(),
                new Person(someone.nik(), "PENYERANG", someone.birthDate()),
                EmailAddress.of(someone.email()),
                Phone.of("0811111111111"),
                null,
                "kata sandi penyerang",
                Locale.of("id"),
                "test");
        desk.register(attack, SignedInPeople.network());
        var mine = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var digits = desk.code(mine).orElseThrow().digits();

        desk.register(attack, SignedInPeople.network());

        assertThatExceptionOfType(AccountRefused.CodeExpired.class).isThrownBy(() -> desk.confirm(mine, digits));
        assertThatExceptionOfType(AccountRefused.CodeExpired.class).isThrownBy(() -> desk.askAgain(mine));
    }

    @Test
    void wrongDigitsAreCountedAndAfterFiveNoneFit() {
        browser.post("/daftar", Forms.registration(someone));
        var digits = digits();
        var wrong = digits.equals("000000") ? "000001" : "000000";

        for (int left = 4; left > 0; left--) {
            assertThat(browser.post("/daftar/kode", Map.of("digits", wrong)))
                    .hasStatus(422)
                    .bodyText()
                    .contains(left + " kali lagi");
        }
        assertThat(browser.post("/daftar/kode", Map.of("digits", wrong)))
                .bodyText()
                .contains("terlalu sering dicoba");
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits)))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering dicoba");
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12 34", "<b>123"})
    void whatIsNoCodeIsToldAndNotCounted(String typed) {
        browser.post("/daftar", Forms.registration(someone));

        assertThat(browser.post("/daftar/kode", Map.of("digits", typed)))
                .hasStatus(422)
                .bodyText()
                .contains("6 angka");
        assertThat(db.sql("SELECT tries FROM account.code WHERE id = :id")
                        .param("id", code())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void guessingFromManyPlacesAtOnceGainsNothing() throws Exception {
        var code = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var right = Integer.parseInt(desk.code(code).orElseThrow().digits());

        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 20; i++) {
                var guess = "%06d".formatted((right + i) % 1_000_000);
                guessers.submit(() -> desk.confirm(code, guess));
            }
        }

        assertThatExceptionOfType(AccountRefused.CodeWrong.class)
                .isThrownBy(() -> desk.confirm(code, "%06d".formatted(right)))
                .satisfies(wrong -> assertThat(wrong.left()).isZero());
    }

    @Test
    void theRightDigitsTwiceAreHarmless() {
        var code = desk.register(SignedInPeople.registration(someone), SignedInPeople.network());
        var digits = desk.code(code).orElseThrow().digits();

        assertThat(desk.confirm(code, digits)).isEqualTo(desk.confirm(code, digits));
    }

    @Test
    void anOldCodeNoLongerCountsAndANewOneDoes() {
        browser.post("/daftar", Forms.registration(someone));
        var old = digits();
        world.clock().moveBy(Code.LIFE);

        assertThat(browser.post("/daftar/kode", Map.of("digits", old)))
                .hasStatus(422)
                .bodyText()
                .contains("tidak berlaku lagi");
        assertThat(browser.post("/daftar/kode/ulang", Map.of())).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.post("/daftar/kode", Map.of("digits", digits()))).hasRedirectedUrl("/beranda");
    }

    @Test
    void anotherCodeMayBeAskedForAfterAMinute() {
        browser.post("/daftar", Forms.registration(someone));
        var first = code();

        browser.post("/daftar/kode/ulang", Map.of());
        assertThat(browser.get("/daftar/kode"))
                .bodyText()
                .contains("baru saja dikirim")
                .containsPattern("mulai pukul \\d\\d\\.\\d\\d WIB");
        assertThat(code()).isEqualTo(first);

        world.clock().moveBy(Code.PAUSE);
        browser.post("/daftar/kode/ulang", Map.of());
        assertThat(browser.get("/daftar/kode")).bodyText().contains("sudah kami kirim");
        assertThat(code()).isNotEqualTo(first);
        assertThat(desk.code(first)).isEmpty();
    }

    @Test
    void fiveCodesAnHourAreEnough() {
        browser.post("/daftar", Forms.registration(someone));
        for (int i = 0; i < 5; i++) {
            world.clock().moveBy(Code.PAUSE);
            browser.post("/daftar/kode/ulang", Map.of());
        }

        assertThat(browser.get("/daftar/kode"))
                .bodyText()
                .contains("sudah terlalu sering diminta")
                .containsPattern("mulai pukul \\d\\d\\.\\d\\d WIB");
        assertThat(codes()).isEqualTo(5);
        assertThat(new Browser(mvc).post("/daftar", Forms.registration(someone)))
                .hasStatus(429)
                .bodyText()
                .contains("terlalu sering");
        world.clock().moveBy(Duration.ofHours(1));
        browser.post("/daftar/kode/ulang", Map.of());
        assertThat(codes()).isEqualTo(6);
    }

    @Test
    void aNetworkRegistersAHundredPeopleAnHourAndOthersAreNotHeldUp() {
        for (int i = 1; i < Limit.REGISTRATIONS_FROM_NETWORK.times(); i++) {
            limits.take(
                    Limit.REGISTRATIONS_FROM_NETWORK,
                    Limits.network(browser.network()),
                    world.clock().instant());
        }

        assertThat(browser.post("/daftar", Forms.registration(someone))).hasRedirectedUrl("/daftar/kode");
        assertThat(browser.post("/daftar", Forms.registration(People.someone())))
                .hasStatus(429)
                .bodyText()
                .contains("terlalu sering")
                .containsPattern("\\d\\d\\.\\d\\d WIB");
        assertThat(new Browser(mvc).post("/daftar", Forms.registration(People.someone())))
                .hasRedirectedUrl("/daftar/kode");
    }

    /** Nobody's turn to be hashed ever comes here: whoever is told of the limit was not hashed for. */
    @Test
    void aNetworkThatRegistersTooManyTakesNobodysTurnToBeHashed() {
        var crowded = new AccountDesk(
                accounts,
                registrations,
                codes,
                limits,
                new Passwords(HashCost.LEAST, 0, Duration.ZERO),
                events,
                transactions,
                world.clock());
        for (int i = 0; i < Limit.REGISTRATIONS_FROM_NETWORK.times(); i++) {
            assertThatExceptionOfType(AccountRefused.Busy.class)
                    .isThrownBy(() -> crowded.register(SignedInPeople.registration(someone), browser.network()));
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> crowded.register(SignedInPeople.registration(someone), browser.network()));
        assertThat(browser.post("/daftar", Forms.registration(someone))).hasStatus(429);
    }

    @Test
    void withoutARegistrationThereIsNoCodePage() {
        assertThat(browser.get("/daftar/kode")).hasRedirectedUrl("/masuk");
        assertThat(browser.post("/daftar/kode", Map.of("digits", "123456"))).hasRedirectedUrl("/masuk");
        assertThat(browser.post("/daftar/kode/ulang", Map.of())).hasRedirectedUrl("/masuk");
    }
}
