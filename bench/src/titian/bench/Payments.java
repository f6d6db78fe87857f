package titian.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import titian.application.MeasuredApplications;
import titian.bench.MeasuredBiller.Paid;
import titian.bench.NoticeStorm.Bill;
import titian.bench.NoticeStorm.Notice;
import titian.bench.PaymentChecker.Remembered;
import titian.postgres.MeasuredPostgres;

/**
 * {@code bin/bench payments}: how fast notices of payment are kept, whether each payment counts once when they come twice,
 * out of order and to an application that is killed, and how fast a bank's file of a million lines is read.
 */
public final class Payments {

    private static final int STORM = 20_000;
    private static final int DUPLICATES = STORM / 5;
    private static final int OUT_OF_ORDER = STORM / 10;
    private static final int TURN = 4_000;
    private static final int WARM_UP = 60_000;
    private static final int TURNS = 5;
    private static final int UNPAID = 300;
    private static final int FILE_LINES = 1_000_000;
    private static final int MALFORMED_LINES = 1_000;
    private static final int DISPLACED_BY = 3_000;
    private static final Duration YARDSTICK = Duration.ofSeconds(5);
    private static final int ONE_IN_TEN = 10;
    private static final Duration UNTIL_THE_END = Duration.ofHours(6);
    private static final Duration LITTLE_TIME = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

    private final Yard yard;
    private final MeasuredPostgres postgres;
    private final MeasuredBiller biller;
    private final House house;
    private final Tables tables;
    private final Results results;
    private final Random random = new Random(20261208);

    private Payments(Yard yard, Results results) throws Exception {
        this.yard = yard;
        this.results = results;
        this.postgres = yard.keep(MeasuredPostgres.start(yard.path("postgres")));
        this.biller = yard.keep(new MeasuredBiller());
        this.house = House.open(yard, postgres, "postgres", "--titian.biller.url=" + biller.address());
        this.tables = yard.keep(new Tables(postgres.connect("postgres")));
    }

    public static void main(String... arguments) throws Exception {
        var began = Instant.now();
        var results = new Results();
        results.say("date", began.truncatedTo(ChronoUnit.SECONDS).toString());
        results.say("commit", Rush.commit());
        results.say("machine", Rush.machine());
        try (var yard = Yard.open()) {
            System.out.println("Starting PostgreSQL, a biller and the application");
            new Payments(yard, results).measure();
        }
        results.tell("minutes", Duration.between(began, Instant.now()).toSeconds() / 60.0, "the whole run");
        results.print();
        var file = Path.of("bench/results/payments.json");
        results.write(file);
        System.out.println("Written to " + file);
        System.exit(results.allMet() ? 0 : 1);
    }

    private void measure() throws Exception {
        PaymentProof.checkerSees(tables.connection());
        tables.run(Path.of("bench/pgbench/notice-tables.sql"));
        var slot = tables.addSlots("kanim-ketapang", 9, 1, 1_000_000, yard.path("slot")).getFirst();
        System.out.println("People book places and owe for them");
        var quick = bills(slot, (TURNS + 1) * TURN, UNTIL_THE_END, 1, 1);
        speed(quick);
        waitUntilSettled(quick.size());

        var timeIsUp = Instant.now().plus(LITTLE_TIME).plus(MeasuredApplications.KEPT_FOR);
        var owed = bills(slot, STORM - DUPLICATES, LITTLE_TIME, ONE_IN_TEN, 2);
        bills(slot, UNPAID, LITTLE_TIME, 1, 3);
        System.out.println("Until the first places are about to be given back");
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), timeIsUp).toMillis()));
        var storm = storm(owed);
        var remembered = new ArrayList<Remembered>(once(quick));
        remembered.addAll(storm);
        results.tell("settled_per_s", waitUntilSettled(remembered.size()), "of those left then: asked, booked, the visit certain");
        waitUntil(() -> closed() >= UNPAID, "the places of the unpaid given back");
        count(remembered);
        reconcile(remembered.size());
        results.tell("peak_rss_mib", house.peakMemory(), "the most memory the application ever held, with -Xmx512m");
        house.close();
    }

    /** Notices a second against the same rows written by pgbench, in turns. Nothing is counted before the program is warm. */
    private void speed(List<Bill> bills) throws Exception {
        System.out.println("Notices and the yardstick take turns");
        var storm = new NoticeStorm(house.address());
        warmUp(storm, bills.subList(0, TURN));
        var medians = new Medians();
        for (int turn = 1; turn <= TURNS; turn++) {
            var some = bills.subList(turn * TURN, (turn + 1) * TURN);
            some.forEach(this::pay);
            tables.settle();
            var seconds = storm.send(some.stream().map(bill -> new Notice(bill, 0)).toList(), _ -> {});
            waitUntilSettled((turn + 1) * TURN);
            tables.settle();
            var yardstick = yardstick();
            medians.add("kept", TURN / seconds);
            medians.add("written", yardstick);
            System.out.printf("  turn %d: %.0f kept a second, %.0f by pgbench%n", turn, TURN / seconds, yardstick);
        }
        var notices = medians.of("kept");
        var raw = medians.of("written");
        results.tell("raw_per_s", raw, "pgbench: two inserts and an update, 64 clients");
        results.tell("notices_per_s", notices, "notices kept and answered, 64 connections");
        results.atLeast(0.5, "notices_over_raw", notices / raw, "");
    }

    /** The same notices again and again: each is kept once, and all that a notice passes through has been passed often. */
    private void warmUp(NoticeStorm storm, List<Bill> bills) throws Exception {
        bills.forEach(this::pay);
        for (int sent = 0; sent < WARM_UP; sent += bills.size()) {
            storm.send(bills.stream().map(bill -> new Notice(bill, 0)).toList(), _ -> {});
        }
        waitUntilSettled(bills.size());
        yardstick();
    }

    private double yardstick() {
        var said = Tool.run(
                YARDSTICK.plusSeconds(30),
                Map.of("PGPASSWORD", postgres.password()),
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--host=127.0.0.1",
                "--port=" + postgres.port(),
                "--username=" + postgres.user(),
                "--client=64",
                "--jobs=2",
                "--time=" + YARDSTICK.toSeconds(),
                "--file=bench/pgbench/notices.sql",
                "postgres");
        var found = PER_SECOND.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("pgbench did not say how fast it was:\n" + said);
        }
        return Double.parseDouble(found.group(1));
    }

    /**
     * Twenty thousand notices: one in five comes again, one in ten long before or after its turn, and the application is
     * killed twice while they come. The biller knows of a payment when its turn came.
     */
    private List<Remembered> storm(List<Bill> bills) throws Exception {
        System.out.println(STORM + " notices, and the application is killed twice");
        var notices = inOrder(bills);
        var received = new HashMap<String, Integer>();
        notices.forEach(notice -> received.merge(notice.bill().id(), 1, Integer::sum));
        var turns = new ArrayDeque<>(bills);
        var killings = new ArrayList<Thread>();
        var seconds = new NoticeStorm(house.address()).send(notices, count -> {
            payThoseWhoseTurnCame(turns, count);
            if (count == STORM / 3 || count == 2 * STORM / 3) {
                synchronized (killings) {
                    killings.add(Thread.ofPlatform().start(this::killAndReopen));
                }
            }
        });
        turns.forEach(this::pay);
        for (var killing : killings) {
            killing.join();
        }
        results.tell("storm_notices", notices.size(), "sent until received, one in five twice, one in ten out of order");
        results.tell("storm_seconds", seconds, "until the last was received, two restarts included");
        results.tell("killed", killings.size(), "times, by kill -9");
        return bills.stream()
                .map(bill -> new Remembered(bill.id(), bill.ntpn(), received.get(bill.id())))
                .toList();
    }

    private List<Notice> inOrder(List<Bill> bills) {
        var notices = new ArrayList<>(bills.stream().map(bill -> new Notice(bill, 0)).toList());
        for (int i = 0; i < DUPLICATES; i++) {
            notices.add(random.nextInt(notices.size()), new Notice(bills.get(random.nextInt(bills.size())), 1));
        }
        for (int i = 0; i < OUT_OF_ORDER; i++) {
            var from = random.nextInt(notices.size());
            var to = Math.clamp(from + random.nextInt(-DISPLACED_BY, DISPLACED_BY), 0, notices.size() - 1);
            notices.add(to, notices.remove(from));
        }
        return notices;
    }

    private void payThoseWhoseTurnCame(Deque<Bill> turns, int count) {
        var payments = STORM - DUPLICATES;
        synchronized (turns) {
            while (!turns.isEmpty() && payments - turns.size() < (long) count * payments / STORM + 200) {
                pay(turns.removeFirst());
            }
        }
    }

    private void pay(Bill bill) {
        biller.pay(new Paid(bill.code(), bill.ntb(), bill.ntpn(), Instant.now()));
    }

    private void killAndReopen() {
        try {
            house.kill();
            house.reopen();
        } catch (IOException e) {
            throw new IllegalStateException("the application did not come back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Bills that can be paid: their codes stand there as if the biller had given them.
     *
     * @param time  one in so many has to pay; the others have the whole day
     */
    private List<Bill> bills(String slot, int count, Duration time, int oneIn, int series) throws Exception {
        var file = yard.path("bills-" + series);
        house.ask(
                "owe",
                Integer.toString(count),
                slot,
                Long.toString(time.toSeconds()),
                Integer.toString(oneIn),
                file.toString());
        var bills = new ArrayList<Bill>();
        for (var line : Files.readAllLines(file)) {
            var number = bills.size();
            bills.add(new Bill(
                    line.split(" ")[0],
                    line.split(" ")[1],
                    "%d%014d".formatted(series, number),
                    "%d%011d".formatted(series, number),
                    "%dNTPN%011d".formatted(series, number)));
        }
        giveCodes(bills);
        return bills;
    }

    private void giveCodes(List<Bill> bills) throws SQLException {
        tables.run("DELETE FROM platform.scheduled_task WHERE task_name = 'issue-bill'");
        var connection = tables.connection();
        connection.setAutoCommit(false);
        try (var update = connection.prepareStatement("""
                UPDATE payment.bill
                   SET state = 'OPEN', nik = NULL, billing_code = ?, issued_at = now(), ask_at = now() + interval '2 minutes'
                 WHERE id = ?::uuid AND state = 'REQUESTED'
                """)) {
            for (var bill : bills) {
                update.setString(1, bill.code());
                update.setString(2, bill.id());
                update.addBatch();
            }
            update.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<Remembered> once(List<Bill> bills) {
        return bills.stream().map(bill -> new Remembered(bill.id(), bill.ntpn(), 1)).toList();
    }

    /** All payments are on their bills, and no errand about notices or payments is left. */
    private double waitUntilSettled(int payments) throws Exception {
        var began = System.nanoTime();
        var before = number("SELECT count(*) FROM payment.payment");
        waitUntil(
                () -> number("SELECT count(*) FROM payment.payment") >= payments
                        && number("""
                                SELECT count(*)
                                  FROM platform.scheduled_task
                                 WHERE task_name IN ('check-notices', 'bill-paid')
                                """) == 0,
                "all settled");
        return (payments - before) / ((System.nanoTime() - began) / 1e9);
    }

    private void waitUntil(Callable<Boolean> met, String what) throws Exception {
        var began = System.nanoTime();
        while (!met.call()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                System.out.println("Not yet, after " + PATIENCE.toMinutes() + " minutes: " + what);
                return;
            }
            Thread.sleep(250);
        }
    }

    private long closed() throws SQLException {
        return number("SELECT count(*) FROM payment.bill WHERE state = 'CLOSED'");
    }

    private long number(String sql) throws SQLException {
        try (var statement = tables.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void count(List<Remembered> remembered) throws SQLException {
        var checker = new PaymentChecker(tables.connection());
        var faults = checker.check(remembered);
        if (faults.paidAndReleased() > 0) {
            System.out.println(checker.evidence());
        }
        results.tell("payments", remembered.size(), "that people made");
        results.atMost(0, "lost", faults.lost(), "payments received and not on their bill");
        results.atMost(0, "counted_twice", faults.countedTwice(), "");
        results.atMost(0, "invented", faults.invented(), "bills paid that nobody paid");
        results.atMost(0, "paid_and_released", faults.paidAndReleased(), "paid in time, and the place given back");
        results.atMost(0, "forgotten", faults.forgotten(), "notices received and not kept");
        results.atMost(0, "unbalanced", faults.unbalanced(), "entries off zero, or cash that is not the payments");
        results.tell("paid_late", number("SELECT count(*) FROM payment.payment WHERE late"), "after their time was up");
        results.atLeast(UNPAID, "released", closed(), "whose time was up, of " + UNPAID + " that nobody paid");
    }

    private void reconcile(int payments) throws Exception {
        System.out.println("A bank's file of " + FILE_LINES + " lines");
        var file = yard.path("simponi.csv");
        write(file);
        var said = house.ask("reconcile", file.toString()).split(" ");
        results.tell("file_mib", Files.size(file) / 1024.0 / 1024.0, "");
        results.tell("lines_per_s", FILE_LINES / Double.parseDouble(said[0]), "stored, read, matched, written down");
        results.atLeast(payments, "file_matched", Double.parseDouble(said[1]), "");
        results.atLeast(MALFORMED_LINES, "file_malformed", Double.parseDouble(said[3]), "");
        results.atLeast(
                FILE_LINES,
                "file_accounted",
                Double.parseDouble(said[1]) + Double.parseDouble(said[2]) + Double.parseDouble(said[3]),
                "lines, each one thing or another");
    }

    /** The payments, lines that make no sense, and others' payments up to the million, in no order. */
    private void write(Path file) throws IOException, SQLException {
        var lines = new ArrayList<String>(FILE_LINES);
        try (var statement = tables.connection().createStatement();
                var rows = statement.executeQuery("""
                        SELECT concat_ws(',', billing_code, ntpn, ntb, (paid_at AT TIME ZONE 'Asia/Jakarta')::date, payment.amount)
                          FROM payment.payment
                          JOIN payment.bill ON bill.id = payment.bill
                        """)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        for (int i = 0; i < MALFORMED_LINES; i++) {
            lines.add("rusak " + i);
        }
        for (int i = lines.size(); i < FILE_LINES; i++) {
            lines.add("9%014d,OTHERS%010d,%012d,2026-12-08,350000".formatted(i, i, i));
        }
        Collections.shuffle(lines, random);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("kode_billing,ntpn,ntb,tgl_bayar,jumlah\n");
            for (var line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
    }
}
