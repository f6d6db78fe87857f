package titian.booking;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import titian.booking.Step.Book;

/** What may happen, in any order: steps of a life, made by chance. */
final class Happenings {

    private Happenings() {}

    static Arbitrary<List<Step>> lives() {
        return Arbitraries.frequencyOf(
                        Tuple.of(30, requests().map(Function.identity())),
                        Tuple.of(4, together()),
                        Tuple.of(4, combined(Step.BookAgain::new, 3)),
                        Tuple.of(9, moves()),
                        Tuple.of(3, visits().map(Step.Claim::new)),
                        Tuple.of(8, visits().map(Step.Confirm::new)),
                        Tuple.of(4, visits().map(Step.Release::new)),
                        Tuple.of(6, visits().map(Step.Cancel::new)),
                        Tuple.of(4, visits().map(Step.CheckIn::new)),
                        Tuple.of(3, visits().map(Step.Finish::new)),
                        Tuple.of(4, visits().map(Step.Miss::new)),
                        Tuple.of(4, wishes()),
                        Tuple.of(8, times()),
                        Tuple.of(6, Arbitraries.just(new Step.Expire())),
                        Tuple.of(6, Arbitraries.just(new Step.BringBack())))
                .list()
                .ofMinSize(10)
                .ofMaxSize(45);
    }

    static Arbitrary<List<Step>> crowds() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, together()),
                        Tuple.of(2, visits().map(Step.Confirm::new)),
                        Tuple.of(2, visits().map(Step.Release::new)),
                        Tuple.of(1, visits().map(Step.Miss::new)),
                        Tuple.of(2, wishes()),
                        Tuple.of(2, times()),
                        Tuple.of(2, Arbitraries.just(new Step.BringBack())))
                .list()
                .ofMinSize(5)
                .ofMaxSize(15);
    }

    private static Arbitrary<Integer> visits() {
        return Arbitraries.integers().between(0, 20);
    }

    private static Arbitrary<Integer> windows() {
        return Arbitraries.frequency(
                Tuple.of(6, 0),
                Tuple.of(6, 1),
                Tuple.of(5, 2),
                Tuple.of(5, 3),
                Tuple.of(5, 4),
                Tuple.of(2, 5),
                Tuple.of(2, 6),
                Tuple.of(1, 7),
                Tuple.of(3, 8),
                Tuple.of(3, 9),
                Tuple.of(1, Life.UNKNOWN_WINDOW));
    }

    private record Manner(boolean confirmed, int days, int notice, int limit, boolean scoped, boolean offered) {}

    private static Arbitrary<Book> requests() {
        var manners = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 30),
                        Arbitraries.of(0, 0, 60),
                        Arbitraries.of(1, 3, 5, 5, 5, 5),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false, false, false, false))
                .as(Manner::new);
        var people = Arbitraries.integers()
                .between(0, Life.PEOPLE - 1)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
        var second = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(3, 1), Tuple.of(1, -1), Tuple.of(1, 4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, Life.ACCOUNTS - 1),
                        Arbitraries.integers().between(0, 5),
                        people,
                        windows(),
                        second,
                        manners)
                .as((account, key, group, window, step, manner) -> new Book(
                        account,
                        key,
                        group,
                        window,
                        Math.clamp((long) window + step, 0, Life.UNKNOWN_WINDOW),
                        manner.confirmed(),
                        manner.days(),
                        manner.notice(),
                        manner.limit(),
                        manner.scoped(),
                        manner.offered()));
    }

    private static Arbitrary<Step.BookTogether> together() {
        return requests().list().ofMinSize(2).ofMaxSize(8).map(Step.BookTogether::new);
    }

    private static Arbitrary<Step> combined(BiFunction<Integer, Integer, Step> step, int most) {
        return Combinators.combine(visits(), Arbitraries.integers().between(0, most))
                .as(step::apply);
    }

    private static Arbitrary<Step> moves() {
        return Combinators.combine(visits(), windows(), Arbitraries.integers().between(0, 4))
                .as(Step.Reschedule::new);
    }

    private static Arbitrary<Step> wishes() {
        return Combinators.combine(windows(), Arbitraries.integers().between(1, 3))
                .as(Step.Wish::new);
    }

    private static Arbitrary<Step> times() {
        return Arbitraries.of("PT1M", "PT10M", "PT31M", "PT1H", "PT1H", "PT6H", "P1D", "P10D", "P30D")
                .map(Duration::parse)
                .map(Step.Later::new);
    }
}
