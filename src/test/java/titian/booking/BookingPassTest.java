package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.SomeSlots;

/** Whatever is sent to the lean door, only the bearer of a good pass books, and only what it says. */
@TitianTest
class BookingPassTest extends AtTheLeanDoor {

    @Value("${titian.secret}")
    String secret;

    @Test
    void aPassThatWasChangedAnywhereIsForged() {
        var bytes = Base64.getUrlDecoder().decode(pass());
        for (int at = 0; at < bytes.length; at += 7) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(book(encoded(changed), slot, "key").statusCode())
                    .as("byte %s", at)
                    .isEqualTo(403);
        }
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aPassCutShortOrMadeLongerIsForged() {
        var pass = pass();
        for (int length = 1; length < pass.length(); length += 11) {
            assertThat(book(pass.substring(0, length), slot, "key").statusCode())
                    .as("%s characters", length)
                    .isEqualTo(403);
        }
        assertThat(book(pass + "AAAA", slot, "key").statusCode()).isEqualTo(403);
        assertThat(book(pass + pass.repeat(20), slot, "key").statusCode()).isEqualTo(403);
        assertThat(taken(slot)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "====", "../../etc/passwd", "<script>", "%00", "0", "Titian", "é"})
    void whatIsNoPassAtAllIsForged(String token) {
        assertThat(book(token, slot, "key").statusCode()).isEqualTo(403);
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aPassIsGoodUntilItExpires() {
        var now = clock.instant();
        var expired = expiring(now.minusMillis(1));

        var tooLate = book(minted(expired), slot, "key");
        assertThat(tooLate.statusCode()).isEqualTo(403);
        assertThat(tooLate.body()).as("they may choose again").contains("href=\"" + expired.back() + "\"");
        assertThat(book(minted(expiring(now.plusSeconds(60))), slot, "key").statusCode())
                .isEqualTo(303);
        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void aPassOfAnotherHouseIsForged() {
        var other = new BookingPasses("another-house-secret-0123456789abcdef", clock);
        var same = new BookingPasses(secret, clock);

        assertThat(book(other.mint(pass(AccountId.next(), people(1))), slot, "key")
                        .statusCode())
                .isEqualTo(403);
        assertThat(book(same.mint(pass(AccountId.next(), people(1))), slot, "key")
                        .statusCode())
                .as("another node of this house")
                .isEqualTo(303);
    }

    @Test
    void aPassUsedTwiceBooksNobodyTwice() {
        var pass = pass();
        book(pass, slot, "first");

        assertThat(location(book(pass, slot, "second"))).startsWith("/ulang?a=1&alasan=sudah-punya");

        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void aPassLetsNobodyIntoAnotherOfficeLaneOrChannel() {
        var members = people(1);
        var lane = pass(AccountId.next(), members, SomeSlots.OFFICE, ServiceLane.PASSPORT, Channel.PARTNER);
        var channel = pass(AccountId.next(), members, SomeSlots.OFFICE, ServiceLane.VISA, Channel.PUBLIC);
        var office = pass(AccountId.next(), members, OfficeId.of("kanim-jayapura"), ServiceLane.VISA, Channel.PARTNER);

        for (var foreign : List.of(lane, channel, office)) {
            assertThat(location(book(minted(foreign), slot, "key"))).isEqualTo("/ulang?a=1&alasan=penuh&jam=" + slot);
        }
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aGroupLargerThanTheRulesIsRefusedAsAWhole() {
        var five = slots.slot(10);
        var allowed = minted(pass(AccountId.next(), people(5)));
        var tooMany = minted(pass(AccountId.next(), people(6)));
        var huge = minted(pass(AccountId.next(), people(40)));

        assertThat(location(book(allowed, five, "key"))).startsWith("/lanjut?");
        assertThat(location(book(tooMany, five, "key"))).isEqualTo("/ulang?a=1&alasan=rombongan&jam=" + five);
        assertThat(location(book(huge, five, "key"))).isEqualTo("/ulang?a=1&alasan=rombongan&jam=" + five);
        assertThat(taken(five)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 127})
    void aPassForAGroupThatNoRuleAllowsCannotBeMade(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BookingPass(
                        AccountId.next(),
                        people(1),
                        new Terms.Scope(SomeSlots.OFFICE, ServiceLane.VISA, Channel.PARTNER),
                        Duration.ofMinutes(5),
                        30,
                        Duration.ZERO,
                        limit,
                        null,
                        "/lanjut",
                        "/ulang",
                        clock.instant()));
    }

    @Test
    void aPassThatSaysItIsForNobodyOrForFewerThanNobodyIsNone() {
        var bytes = pass(AccountId.next(), people(1)).bytes();
        for (int people : List.of(0, -1, -128, 2, 127)) {
            bytes[17] = (byte) people;
            assertThatException().as("%s people", people).isThrownBy(() -> BookingPass.of(bytes));
        }
    }

    private BookingPass expiring(Instant at) {
        var within = new Terms.Scope(SomeSlots.OFFICE, ServiceLane.VISA, Channel.PARTNER);
        return pass(AccountId.next(), people(1), within, at);
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
