package titian.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import titian.postgres.MeasuredPostgres;

/**
 * A, B and C: the row counter, the engine and the whole application beside each other, in turn, so that whatever
 * disturbs the machine disturbs all of them.
 */
final class Bookings {

    static final String OFFICE = "kanim-ketapang";

    private static final int ENDLESS = 100_000_000;
    private static final int SPREAD = 1_000;
    private static final int CALLERS = 1_024;
    private static final int PASSES_PER_SECOND = 30_000;

    private final Yard yard;
    private final MeasuredPostgres postgres;
    private final House house;
    private final Tables tables;
    private final Path hotSlot;
    private final Path thousandSlots;

    Bookings(Yard yard, MeasuredPostgres postgres, House house, Tables tables) {
        this.yard = yard;
        this.postgres = postgres;
        this.house = house;
        this.tables = tables;
        this.hotSlot = yard.path("hot-slot");
        this.thousandSlots = yard.path("thousand-slots");
    }

    void prepare() throws SQLException, IOException {
        tables.run(Path.of("bench/pgbench/tables.sql"));
        tables.addSlots(OFFICE, 9, 1, ENDLESS, hotSlot);
        tables.addSlots(OFFICE, 10, SPREAD, ENDLESS, thousandSlots);
    }

    /** Lets the compiler and the caches see everything once; nothing of it counts. */
    void warmUp(Duration length) throws SQLException, IOException {
        engine(CALLERS, length);
        overHttp(hotSlot, length);
        overHttp(thousandSlots, length);
        new RowCounter(postgres).measure("hot", length.dividedBy(2));
    }

    void measure(Plan plan, Results results) throws SQLException, IOException {
        var medians = new Medians();
        var rowCounter = new RowCounter(postgres);
        for (int round = 1; round <= plan.rounds(); round++) {
            System.out.println("A, B, C: round " + round + " of " + plan.rounds());
            tables.settle();
            medians.add("a hot", rowCounter.measure("hot", plan.length()));
            tables.settle();
            medians.add("b", engine(CALLERS, plan.length()));
            tables.settle();
            add(medians, "c hot", overHttp(hotSlot, plan.length()));
            tables.settle();
            medians.add("a spread", rowCounter.measure("spread", plan.length()));
            tables.settle();
            add(medians, "c spread", overHttp(thousandSlots, plan.length()));
        }
        report(medians, results);
    }

    private static void add(Medians medians, String what, Wrk.Answers answers) {
        medians.add(what, answers.perSecond());
        medians.add(what + " p50", answers.p50Millis());
        medians.add(what + " p99", answers.p99Millis());
    }

    private void report(Medians medians, Results results) throws IOException {
        var raw = medians.of("a hot");
        results.tell("a_raw_hot_per_s", raw, "A: row counter, a transaction each, one hot slot, 64 clients");
        results.tell("a_raw_spread_per_s", medians.of("a spread"), "the same over 1,000 slots");
        results.tell("b_engine_per_s", medians.of("b"), "B: the engine in-process, same hot slot, 1,024 callers");
        results.tell("b_engine_64_callers_per_s", engine(64, Duration.ofSeconds(4)), "with 64 callers, once");
        results.tell("b_engine_256_callers_per_s", engine(256, Duration.ofSeconds(4)), "with 256 callers, once");
        results.atLeast(15, "b_engine_over_a", medians.of("b") / raw, "the engine over the row counter");
        results.tell("c_http_hot_per_s", medians.of("c hot"), "C: POST /pesan, same hot slot, 64 connections");
        results.tell("c_http_hot_p50_ms", medians.of("c hot p50"), "its median answer");
        results.tell("c_http_hot_p99_ms", medians.of("c hot p99"), "99 of 100 answers come within");
        results.atLeast(4, "c_http_hot_over_a", medians.of("c hot") / raw, "HTTP over the row counter, hot");
        results.tell("c_http_spread_per_s", medians.of("c spread"), "POST /pesan over 1,000 slots");
        results.atLeast(
                0.6,
                "c_http_spread_over_raw",
                medians.of("c spread") / medians.of("a spread"),
                "HTTP over the row counter, 1,000 slots");
    }

    /** Bookings a second by callers inside the application. */
    private double engine(int callers, Duration length) throws IOException {
        var said = house.ask("book", Integer.toString(callers), Long.toString(length.toSeconds()), hotSlot.toString());
        return Double.parseDouble(said);
    }

    /** Every answer must be a booking, and the table must have grown by as many rows. */
    private Wrk.Answers overHttp(Path slots, Duration length) throws SQLException, IOException {
        return book(yard, house, tables, slots, length);
    }

    static Wrk.Answers book(Yard yard, House house, Tables tables, Path slots, Duration length)
            throws SQLException, IOException {
        var passes = yard.path("passes");
        house.ask("mint", Long.toString(length.toSeconds() * PASSES_PER_SECOND), OFFICE, passes.toString());
        var before = tables.appointments();
        var answers = Wrk.book(house.address(), passes, slots, length);
        var booked = tables.appointments() - before;
        if (answers.refused() + answers.broken() > 0 || booked < answers.requests()) {
            throw new IllegalStateException(answers + ", but " + booked + " bookings in the tables");
        }
        return answers;
    }
}
