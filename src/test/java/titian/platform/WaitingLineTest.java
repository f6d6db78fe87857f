package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.platform.GroupCommit.MOST_TOGETHER;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import titian.platform.WaitingLine.Waiting;

/** Who is decided with whom, and when. */
class WaitingLineTest {

    private final WaitingLine<String, String> line = new WaitingLine<>(ask -> ask.equals("alone"));

    @Test
    void whoComesAloneGoesAtOnce() throws InterruptedException {
        join("one");

        assertThat(asks(line.next())).containsExactly("one");
    }

    @Test
    void whileABatchIsUnderWayAnotherWaitsUntilItIsFull() throws InterruptedException {
        join("first");
        var first = line.next();
        IntStream.range(1, MOST_TOGETHER).forEach(number -> join("n" + number));

        assertThat(line.next()).isEmpty();

        join("last");
        assertThat(line.next()).hasSize(MOST_TOGETHER);

        join("later");
        assertThat(line.next()).isEmpty();
        line.decided(first);
        assertThat(line.next()).isEmpty();
    }

    @Test
    void whatWaitedGoesTogetherOnceTheBatchBeforeIsDecided() throws InterruptedException {
        join("first");
        var first = line.next();
        join("second");
        join("third");
        line.decided(first);

        assertThat(asks(line.next())).containsExactly("second", "third");
    }

    @Test
    void whoSharesAMarkWithSomebodyUnderWayIsHeldBackAndKeepsTheirTurn() throws InterruptedException {
        join("first", "person");
        var first = line.next();
        join("again", "person");
        IntStream.range(0, MOST_TOGETHER).forEach(number -> join("n" + number));
        var second = line.next();

        assertThat(asks(second)).contains("n0").doesNotContain("again");

        line.decided(second);
        line.decided(first);
        join("late");
        assertThat(asks(line.next())).startsWith("again").endsWith("late");
    }

    @Test
    void ifAllWhoWaitShareAMarkWithSomebodyUnderWayNobodyGoes() throws InterruptedException {
        join("first", "person");
        var first = line.next();
        IntStream.range(0, MOST_TOGETHER).forEach(number -> join("again" + number, "person"));

        assertThat(line.next()).isEmpty();

        line.decided(first);
        assertThat(asks(line.next())).containsExactly("again0");
    }

    @Test
    void whoGoesAloneGoesAloneAndNobodyOvertakesWithTheSameMark() throws InterruptedException {
        join("one");
        join("alone", "person");
        join("other", "person");
        join("two");

        var first = line.next();
        assertThat(asks(first)).containsExactly("one", "two");
        line.decided(first);
        var second = line.next();
        assertThat(asks(second)).containsExactly("alone");
        line.decided(second);
        assertThat(asks(line.next())).containsExactly("other");
    }

    @Test
    void whoWasToldToComeAgainIsNotDecidedBehindTheirBack() throws InterruptedException {
        var gone = join("gone");
        join("here");
        gone.answer().cancel(false);

        assertThat(asks(line.next())).containsExactly("here");
    }

    private Waiting<String, String> join(String ask, Object... marks) {
        var waiting = new Waiting<String, String>(ask, List.of(marks), new CompletableFuture<>());
        assertThat(line.join(waiting)).isTrue();
        return waiting;
    }

    private static List<String> asks(List<Waiting<String, String>> batch) {
        return batch.stream().map(Waiting::ask).toList();
    }
}
