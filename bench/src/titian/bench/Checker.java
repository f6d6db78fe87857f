package titian.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static titian.bench.Answer.Said.BOOKED;
import static titian.bench.Answer.Said.REFUSED;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what people were told with what the tables say. It counts for itself: it neither asks the engine nor
 * believes its counters.
 */
final class Checker {

    /**
     * What must all be nothing.
     *
     * @param lost booked by the answer, but not in the tables
     * @param untold in the tables, but booked by nobody's answer
     * @param contradicted requests that were told both yes and no
     * @param miscounted slots whose counter is not the number of their appointments
     */
    record Faults(long oversold, long lost, long bookedTwice, long untold, long contradicted, long miscounted) {}

    /** One person in one slot. */
    private record Place(String person, String slot) {}

    private final Connection connection;

    Checker(Connection connection) {
        this.connection = connection;
    }

    Faults check(Collection<Answer> answers) throws SQLException {
        var told = answers.stream()
                .filter(answer -> answer.said() == BOOKED)
                .map(answer -> new Place(answer.person(), answer.slot()))
                .collect(toSet());
        var kept = kept();
        return new Faults(
                oversold(),
                without(told, new HashSet<>(kept)),
                bookedTwice(kept),
                without(kept, told),
                contradicted(answers),
                miscounted());
    }

    private static long without(Collection<Place> these, Set<Place> those) {
        return these.stream().filter(place -> !those.contains(place)).count();
    }

    private static long bookedTwice(List<Place> kept) {
        var placesOfOne = kept.stream().collect(groupingBy(Place::person, counting()));
        return placesOfOne.values().stream().filter(places -> places > 1).count();
    }

    private static long contradicted(Collection<Answer> answers) {
        var saidToOne = answers.stream()
                .filter(answer -> answer.said() == BOOKED || answer.said() == REFUSED)
                .collect(groupingBy(Answer::key, mapping(Answer::said, toSet())));
        return saidToOne.values().stream().filter(said -> said.size() > 1).count();
    }

    private List<Place> kept() throws SQLException {
        var places = new ArrayList<Place>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT person, slot
                          FROM booking.appointment
                         WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                        """)) {
            while (rows.next()) {
                places.add(new Place(rows.getString(1), rows.getString(2)));
            }
        }
        return places;
    }

    private long oversold() throws SQLException {
        return count("""
                SELECT COALESCE(sum(greatest(counted.live - slot.capacity, 0)), 0)
                  FROM booking.slot
                  JOIN (SELECT slot, count(*) AS live
                          FROM booking.appointment
                         WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                         GROUP BY slot) counted
                    ON counted.slot = slot.id
                """);
    }

    private long miscounted() throws SQLException {
        return count("""
                SELECT count(*)
                  FROM booking.slot
                  LEFT JOIN (SELECT slot, count(*) AS live
                               FROM booking.appointment
                              WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                              GROUP BY slot) counted
                    ON counted.slot = slot.id
                 WHERE slot.taken <> COALESCE(counted.live, 0)
                """);
    }

    private long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
