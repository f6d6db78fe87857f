package titian.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * People who book one after the other at a steady pace, whether those before them have been answered or not. How long
 * one waits counts from when their turn came, so a house that stands still is not excused.
 */
final class SteadyBookings {

    private static final int LINES = 32;

    private final String address;
    private final String slot;
    private final int perSecond;

    SteadyBookings(String address, String slot, int perSecond) {
        this.address = address;
        this.slot = slot;
        this.perSecond = perSecond;
    }

    /** One who asked: what for, what they were told, and how long that took. */
    record Told(Person person, boolean booked, long waitedMicros) {}

    private record Turn(Person person, long nanos) {}

    /** Lets these people book and returns when the last was answered. */
    Queue<Told> book(List<Person> people) throws InterruptedException {
        var told = new ConcurrentLinkedQueue<Told>();
        var turns = new LinkedBlockingQueue<Turn>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LINES; i++) {
                threads.submit(() -> serve(turns, told));
            }
            var first = System.nanoTime();
            for (int i = 0; i < people.size(); i++) {
                var due = first + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                turns.add(new Turn(people.get(i), due));
            }
            for (int i = 0; i < LINES; i++) {
                turns.add(new Turn(new Person("", "", ""), 0));
            }
        }
        return told;
    }

    private Void serve(LinkedBlockingQueue<Turn> turns, Queue<Told> told) throws IOException, InterruptedException {
        try (var line = new Connection(address)) {
            for (var turn = turns.take(); !turn.person().key().isEmpty(); turn = turns.take()) {
                var person = turn.person();
                var reply = line.post("pass=" + person.pass() + "&slot=" + slot + "&key=" + person.key());
                var booked = reply.status() == 303 && reply.location().contains(MeasuredHouse.NEXT);
                told.add(new Told(person, booked, (System.nanoTime() - turn.nanos()) / 1_000));
            }
        }
        return null;
    }

    /** The answer that so many of them come within, in milliseconds. */
    static double within(double part, Queue<Told> told) {
        var waits = new ArrayList<Long>();
        told.forEach(one -> waits.add(one.waitedMicros()));
        waits.sort(null);
        return waits.get((int) ((waits.size() - 1) * part)) / 1e3;
    }
}
