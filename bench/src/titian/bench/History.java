package titian.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import titian.postgres.MeasuredPostgres;

/** E: whether booking grows slower with the years. Two houses, one with a short past and one with a long one, in turn. */
final class History {

    private static final long SHORT = 10_000;
    private static final long LONG = 10_000_000;
    private static final int ENDLESS = 100_000_000;

    private final Yard yard;
    private final MeasuredPostgres postgres;

    History(Yard yard, MeasuredPostgres postgres) {
        this.yard = yard;
        this.postgres = postgres;
    }

    /** One house with its database and its hot slot. */
    private record Home(House house, Tables tables, Path slot) {}

    void measure(Plan plan, Results results) throws IOException, SQLException, InterruptedException {
        var young = settle("young", SHORT);
        var old = settle("old", LONG);
        var medians = new Medians();
        for (int round = 0; round <= plan.rounds(); round++) {
            System.out.println(round == 0 ? "E: warming up" : "E: round " + round + " of " + plan.rounds());
            var youngAnswers = book(young, plan);
            var oldAnswers = book(old, plan);
            if (round > 0) {
                medians.add("young", youngAnswers.p50Millis());
                medians.add("old", oldAnswers.p50Millis());
            }
        }
        young.house().close();
        old.house().close();
        results.tell("e_p50_ms_10_thousand_past", medians.of("young"), "E: C's median answer with 10 thousand past visits");
        results.tell("e_p50_ms_10_million_past", medians.of("old"), "with 10 million past visits");
        results.atMost(1.2, "e_latency_growth", medians.of("old") / medians.of("young"), "how much slower that is");
    }

    private Home settle(String name, long visits) throws IOException, SQLException {
        System.out.println("E: filling in " + visits + " past visits");
        try (var maintenance = new Tables(postgres.connect("postgres"))) {
            maintenance.run("CREATE DATABASE " + name);
        }
        var house = House.open(yard, postgres, name);
        var tables = yard.keep(new Tables(postgres.connect(name)));
        new Past(tables).fill(visits);
        var slot = yard.path("slot-" + name);
        tables.addSlots(Bookings.OFFICE, 9, 1, ENDLESS, slot);
        return new Home(house, tables, slot);
    }

    private Wrk.Answers book(Home home, Plan plan) throws IOException, SQLException {
        home.tables().settle();
        return Bookings.book(yard, home.house(), home.tables(), home.slot(), plan.length());
    }
}
