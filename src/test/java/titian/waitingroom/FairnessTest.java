package titian.waitingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Whether the rule of the draw favours nobody. All chance here comes from fixed numbers, so it ends the same each time. */
class FairnessTest {

    private static final int PEOPLE = 20;
    private static final int DRAWS = 4_000;

    /** The value beyond which a chi-square of 19 degrees of freedom lies once in 10,000 times. */
    private static final double UNLIKELY = 50.8;

    private final Random chance = new Random(2026);

    @Test
    void everyPlaceIsAsLikelyForEveryTicket() throws GeneralSecurityException {
        var tickets = tickets(PEOPLE);
        var counts = new int[PEOPLE][PEOPLE];

        for (int draw = 0; draw < DRAWS; draw++) {
            var order = drawn(seed(), tickets);
            for (int place = 0; place < PEOPLE; place++) {
                counts[tickets.indexOf(order.get(place))][place]++;
            }
        }

        assertThat(Stream.of(counts))
                .allSatisfy(places -> assertThat(chiSquare(places)).isLessThan(UNLIKELY));
    }

    @Test
    void aDrawIsAPermutationWhateverTheSeedAndHoweverManyThereAre() throws GeneralSecurityException {
        for (int i = 0; i < 300; i++) {
            var tickets = tickets(chance.nextInt(200));

            assertThat(drawn(seed(), tickets)).containsExactlyInAnyOrderElementsOf(tickets);
        }
    }

    /** The database has no HMAC of its own: it is made of two hashes, and must come out as everybody else's. */
    @Test
    void theTwoHashesTheDatabaseComputesAreTheHmacEverybodyComputes() throws GeneralSecurityException {
        for (int i = 0; i < 300; i++) {
            var seed = seed();
            var ticket = tickets(1).getFirst().getBytes(UTF_8);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.bytes(), "HmacSHA256"));

            assertThat(sha256(seed.outer(), sha256(seed.inner(), ticket))).isEqualTo(mac.doFinal(ticket));
        }
    }

    private static List<String> drawn(Seed seed, List<String> tickets) throws GeneralSecurityException {
        record Ranked(byte[] rank, String ticket) {}
        var ranked = new ArrayList<Ranked>();
        for (var ticket : tickets) {
            ranked.add(new Ranked(sha256(seed.outer(), sha256(seed.inner(), ticket.getBytes(UTF_8))), ticket));
        }
        ranked.sort(Comparator.comparing(Ranked::rank, Arrays::compareUnsigned));
        return ranked.stream().map(Ranked::ticket).toList();
    }

    private static byte[] sha256(byte[] first, byte[] second) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(first);
        return digest.digest(second);
    }

    private static double chiSquare(int[] observed) {
        var expected = (double) IntStream.of(observed).sum() / observed.length;
        return IntStream.of(observed)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    private Seed seed() {
        return Seed.of(bytes(32));
    }

    private List<String> tickets(int count) {
        return Stream.generate(() -> TicketId.of(bytes(TicketId.LENGTH)).value())
                .limit(count)
                .toList();
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }
}
