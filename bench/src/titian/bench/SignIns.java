package titian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import titian.bench.SteadyBookings.Told;
import titian.postgres.MeasuredPostgres;

/** {@code bin/bench signins}: what a sign-in costs, and whether people can still book while others flood the door. */
public final class SignIns {

    private static final String OFFICE = "kanim-ketapang";
    private static final int ENDLESS = 100_000_000;
    private static final int PER_SECOND = 100;
    private static final int PEOPLE = 3_000;
    private static final int ATTACKERS = 64;
    private static final int ACCOUNTS = 20;
    private static final int ROUNDS = 20;
    /** A person does not notice it. */
    private static final int NOT_NOTICED_MS = 250;

    private SignIns() {}

    public static void main(String... arguments) throws Exception {
        var results = new Results();
        results.say("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        results.say("commit", Rush.commit());
        results.say("machine", Rush.machine());
        try (var yard = Yard.open()) {
            measure(yard, results);
        }
        results.print();
        var file = Path.of("bench/results/signins.json");
        results.write(file);
        System.out.println("Written to " + file);
        System.exit(results.allMet() ? 0 : 1);
    }

    private static void measure(Yard yard, Results results) throws Exception {
        System.out.println("Starting PostgreSQL and the application");
        var postgres = yard.keep(MeasuredPostgres.start(yard.path("postgres")));
        var house = House.open(yard, postgres, "postgres");
        var tables = yard.keep(new Tables(postgres.connect("postgres")));
        Proof.checkerSees(tables.connection());
        var slot = tables.addSlots(OFFICE, 9, 1, ENDLESS, yard.path("slot")).getFirst();
        var accounts = accounts(house, yard);
        var passes = yard.path("passes");
        house.ask("mint", Integer.toString(3 * PEOPLE), OFFICE, passes.toString());
        var people = Person.in(passes);
        var bookings = new SteadyBookings(house.address(), slot, PER_SECOND);

        System.out.println("Warming up");
        var warmedUp = bookings.book(people.subList(0, PEOPLE));
        try (var _ = new SignInFlood(house.address(), accounts).begin(2)) {
            Thread.sleep(5_000);
        }
        results.tell("sign_in_ms", alone(house, accounts), "one sign-in by a right password, alone: the median");

        System.out.println(PER_SECOND + " bookings a second, first in peace");
        var inPeace = bookings.book(people.subList(PEOPLE, 2 * PEOPLE));
        System.out.println("Then while " + ATTACKERS + " connections try to sign in");
        Collection<Told> inFlood;
        try (var flood = new SignInFlood(house.address(), accounts).begin(ATTACKERS)) {
            Thread.sleep(3_000);
            var before = flood.attempts();
            var began = System.nanoTime();
            var told = bookings.book(people.subList(2 * PEOPLE, 3 * PEOPLE));
            var seconds = (System.nanoTime() - began) / 1e9;
            inFlood = told;
            results.tell("attempts_per_second", (flood.attempts() - before) / seconds, "answered in the flood");
            results.tell("attempt_median_ms", flood.medianMillis(), "how long an attacker waits");
            results.tell("peace_p50_ms", SteadyBookings.within(0.5, inPeace), "a booking without the flood");
            results.tell("peace_p99_ms", SteadyBookings.within(0.99, inPeace), "");
            results.tell("flood_p50_ms", SteadyBookings.within(0.5, told), "a booking in the flood");
            results.atMost(NOT_NOTICED_MS, "flood_p99_ms", SteadyBookings.within(0.99, told), "");
        }
        check(results, tables, Stream.of(warmedUp, inPeace, inFlood).flatMap(Collection::stream).toList(), slot);
        results.tell("peak_rss_mib", house.peakMemory(), "the most memory the application ever held, with -Xmx512m");
        house.close();
    }

    private static void check(Results results, Tables tables, List<Told> told, String slot) throws Exception {
        var answers = told.stream()
                .map(one -> new Answer(
                        one.person().person(),
                        one.person().key(),
                        slot,
                        one.booked() ? Answer.Said.BOOKED : Answer.Said.BUSY,
                        0,
                        one.waitedMicros()))
                .toList();
        var faults = new Checker(tables.connection()).check(answers);
        results.tell("booked", answers.stream().filter(one -> one.said() == Answer.Said.BOOKED).count(), "people with a place");
        results.atMost(0, "not_booked", answers.stream().filter(one -> one.said() != Answer.Said.BOOKED).count(), "");
        results.atMost(0, "lost", faults.lost(), "people told they have a place, and the tables know of none");
        results.atMost(0, "untold", faults.untold(), "places in the tables that nobody was told of");
        results.atMost(0, "booked_twice", faults.bookedTwice(), "people with two places");
    }

    private static List<String> accounts(House house, Yard yard) throws IOException {
        var file = yard.path("accounts");
        house.ask("register", Integer.toString(ACCOUNTS), file.toString());
        return Files.readAllLines(file);
    }

    private static double alone(House house, List<String> accounts) throws IOException {
        var took = new ArrayList<Double>();
        try (var line = new Connection(house.address(), "/masuk")) {
            for (int i = 0; i < ROUNDS; i++) {
                var began = System.nanoTime();
                var led = SignInFlood.attempt(line, accounts.get(i % accounts.size()), MeasuredHouse.PASSWORD);
                took.add((System.nanoTime() - began) / 1e6);
                if (!led.endsWith("/beranda")) {
                    throw new IllegalStateException("the right password led to " + led);
                }
            }
        }
        took.sort(null);
        return took.get(ROUNDS / 2);
    }
}
