package titian.bench;

import static titian.bench.Answer.Said.BOOKED;
import static titian.bench.Answer.Said.REFUSED;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import titian.postgres.MeasuredPostgres;

/** The rush: far more people than places, impatient ones, bad networks, and the application killed in the middle. */
final class OpeningDay {

    private static final String DATABASE = "opening_day";
    private static final String OFFICE = "kanim-jakarta-selatan";
    private static final int PLACES_PER_SLOT = 20;

    private final Yard yard;
    private final MeasuredPostgres postgres;

    OpeningDay(Yard yard, MeasuredPostgres postgres) {
        this.yard = yard;
        this.postgres = postgres;
    }

    void measure(Plan plan, Results results) throws IOException, SQLException, InterruptedException {
        System.out.println("Rush: " + plan.people() + " people for " + plan.places() + " places");
        try (var maintenance = new Tables(postgres.connect("postgres"))) {
            maintenance.run("CREATE DATABASE " + DATABASE);
        }
        var house = House.open(yard, postgres, DATABASE);
        var tables = yard.keep(new Tables(postgres.connect(DATABASE)));
        Proof.checkerSees(tables.connection());
        var slots = tables.addSlots(
                OFFICE, 60, plan.places() / PLACES_PER_SLOT, PLACES_PER_SLOT, yard.path("opening-day-slots"));
        var passes = yard.path("opening-day-passes");
        house.ask("mint", Integer.toString(plan.people()), OFFICE, passes.toString());
        house.kill();
        house.reopen();

        var crowd = new Crowd(house.address(), slots, Person.in(passes));
        var began = Instant.now();
        var peakMemory = letIn(crowd, house, plan);
        var took = Duration.between(began, Instant.now());
        house.close();

        var log = Path.of("bench/target/rush-answers.log");
        Answer.write(log, crowd.answers());
        report(Answer.in(log), took, peakMemory, new Checker(tables.connection()), results);
    }

    /** Kills the application when half of the places are gone and starts it again; returns the most memory it held. */
    private static int letIn(Crowd crowd, House house, Plan plan) throws IOException, InterruptedException {
        var rush = CompletableFuture.runAsync(crowd::rush);
        while (crowd.bookedSoFar() < plan.places() / 2 && !rush.isDone()) {
            Thread.sleep(1);
        }
        var peakBefore = house.peakMemory();
        house.kill();
        System.out.println("Rush: killed after " + crowd.bookedSoFar() + " bookings, starting again");
        house.reopen();
        rush.join();
        return Math.max(peakBefore, house.peakMemory());
    }

    private static void report(
            Collection<Answer> answers, Duration took, int peakMemory, Checker checker, Results results)
            throws SQLException {
        var waited = answers.stream()
                .filter(answer -> answer.said() == BOOKED || answer.said() == REFUSED)
                .mapToLong(Answer::waitedMicros)
                .sorted()
                .toArray();
        var faults = checker.check(answers);
        results.tell("rush_answers", waited.length, "Rush: yes or no, as the people remember them");
        results.tell(
                "rush_booked",
                answers.stream().filter(answer -> answer.said() == BOOKED).map(Answer::person).distinct().count(),
                "people with a place");
        results.tell("rush_seconds", took.toMillis() / 1e3, "until everybody had an answer, the new start included");
        results.tell("rush_p50_ms", waited[waited.length / 2] / 1e3, "the median answer");
        results.tell("rush_p99_ms", waited[waited.length * 99 / 100] / 1e3, "99 of 100 answers come within");
        results.atMost(0, "oversold", faults.oversold(), "places given out that were not there");
        results.atMost(0, "lost", faults.lost(), "people told they have a place, and the tables know of none");
        results.atMost(0, "booked_twice", faults.bookedTwice(), "people with two places");
        results.atMost(0, "untold", faults.untold(), "places in the tables that nobody was told of");
        results.atMost(0, "contradicted", faults.contradicted(), "requests answered yes one time and no another");
        results.atMost(0, "miscounted", faults.miscounted(), "slots whose counter is not the number of their visits");
        results.tell("peak_rss_mib", peakMemory, "the most memory the application ever held, with -Xmx512m");
    }
}
