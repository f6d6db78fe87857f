package titian.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import titian.platform.CannotStart;

class PasswordsTest {

    final Passwords passwords = new Passwords(HashCost.LEAST, 1, Duration.ofSeconds(30));

    /** Of those that are long enough at all: the others are refused without a list. */
    @Test
    void aThousandCommonOnesAreRefusedAndMore() throws IOException {
        var common = new ClassPathResource("account/common-passwords.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(common)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1_000)
                .allSatisfy(
                        one -> assertThat(passwords.problem(one.toUpperCase(Locale.ROOT), "siti@warga.example", "SITI"))
                                .as(one)
                                .contains("account.password.easy"));
    }

    @Test
    void aHashFitsItsPasswordOnly() {
        var hash = passwords.hash("jembatan kecil di desa");

        assertThat(hash).startsWith("$argon2id$").doesNotContain("jembatan");
        assertThat(passwords.match("jembatan kecil di desa", hash)).isTrue();
        assertThat(passwords.match("jembatan kecil di des", hash)).isFalse();
        assertThat(passwords.match("", hash)).isFalse();
        assertThat(passwords.match("jembatan kecil di desa", passwords.nobodys()))
                .isFalse();
    }

    @Test
    void aHashFromBeforeFitsTakesAsLongAndIsRenewed() {
        var old = passwords.hash("jembatan kecil di desa");
        var dearer = new Passwords(new HashCost(46 * 1024, 3), 1, Duration.ofSeconds(30));

        assertThat(dearer.match("jembatan kecil di desa", old)).isTrue();
        assertThat(dearer.match("jembatan besar di kota", old)).isFalse();
        assertThat(HashCost.of(old).lackingTo(new HashCost(46 * 1024, 3)))
                .hasValueSatisfying(
                        rest -> assertThat(rest.filled() + HashCost.of(old).filled())
                                .isCloseTo(46 * 1024 * 3L, withinPercentage(1)));
        var renewed = dearer.renewed("jembatan kecil di desa", old).orElseThrow();
        assertThat(renewed).startsWith("$argon2id$v=19$m=47104,t=3,p=1$");
        assertThat(dearer.match("jembatan kecil di desa", renewed)).isTrue();
        assertThat(dearer.renewed("jembatan kecil di desa", renewed)).isEmpty();
    }

    @Test
    void hashingTooCheaplyIsNoWayToStart() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Passwords(19 * 1024, 1, new StandardEnvironment()));
    }

    @Test
    void theSameWordsTypedOnAnotherKeyboardFit() {
        var composed = "caf\u00e9 di tepi sawah";
        var decomposed = "cafe\u0301 di tepi sawah";

        assertThat(passwords.match(decomposed, passwords.hash(composed))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '',                        account.password.empty
            '            ',            account.password.empty
            pendek123,                 account.password.short
            1234567890,                account.password.easy
            Password123,               account.password.easy
            BISMILLAH123,              account.password.easy
            aaaaaaaaaaaa,              account.password.easy
            ababababababab,            account.password.easy
            ratna@warga.example,       account.password.easy
            Ratna Wulandari,           account.password.easy
            kuda baterai,              -
            '  spasi boleh juga ',     -
            密码密码一二三四五六七八,    -
            """)
    void lengthCountsAndNotBeingEasyToGuess(String password, String problem) {
        assertThat(passwords.problem(password, "ratna@warga.example", "RATNA WULANDARI"))
                .isEqualTo(Optional.ofNullable(problem));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void anOverlongPasswordIsRefusedAndFitsNothing(int length) {
        assertThat(passwords.problem("aB3-".repeat(length).substring(0, length), "", ""))
                .contains("account.password.long");
        assertThat(passwords.match("x".repeat(length), passwords.nobodys())).isFalse();
    }

    @Test
    void aCrowdIsToldToWaitInsteadOfTakingTheWholeMachine() throws Exception {
        var impatient = new Passwords(HashCost.LEAST, 1, Duration.ofMillis(1));
        var busy = new CountDownLatch(1);

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                crowd.submit(() -> {
                    try {
                        impatient.hash("jembatan kecil di desa");
                    } catch (AccountRefused.Busy _) {
                        busy.countDown();
                    }
                });
            }
        }

        assertThat(busy.getCount()).isZero();
        assertThat(impatient.hash("jembatan kecil di desa")).isNotEmpty();
    }

    @Test
    void nobodyWaitsForever() {
        assertThatExceptionOfType(AccountRefused.Busy.class)
                .isThrownBy(() -> new Passwords(HashCost.LEAST, 0, Duration.ZERO).hash("jembatan kecil di desa"));
    }
}
