package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.booking.Ask.Seat;
import titian.booking.Outcome.Denied;
import titian.booking.Outcome.Granted;
import titian.booking.Outcome.GrantedBefore;
import titian.booking.Outcome.Reason;

/**
 * Decides many requests by one statement, which also carries them out: all of it, or by an error nothing. No two of them
 * may share a mark ({@link Ask#marks}).
 */
final class Decision {

    private final List<Ask> asks;
    private final Instant now;

    Decision(List<Ask> asks, Instant now) {
        this.asks = asks;
        this.now = now;
    }

    /** One outcome for each request, in their order. */
    List<Outcome> by(Connection line) throws SQLException {
        try (var statement = line.prepareStatement(DecisionStatement.TEXT)) {
            var next = bindRequests(statement, line);
            next = bindSeats(statement, line, next);
            bindTheRest(statement, line, next);
            try (var rows = statement.executeQuery()) {
                var outcomes = new ArrayList<Outcome>(asks.size());
                while (rows.next()) {
                    outcomes.add(outcome(asks.get(outcomes.size()), rows));
                }
                return outcomes;
            }
        }
    }

    private int bindRequests(PreparedStatement statement, Connection line) throws SQLException {
        statement.setArray(1, line.createArrayOf("uuid", each(Ask::key)));
        statement.setArray(2, line.createArrayOf("uuid", each(Ask::digest)));
        statement.setArray(
                3, line.createArrayOf("uuid", each(ask -> ask.account().value())));
        statement.setArray(
                4, line.createArrayOf("text", scope(scope -> scope.office().value())));
        statement.setArray(
                5, line.createArrayOf("text", scope(scope -> scope.lane().name())));
        statement.setArray(
                6, line.createArrayOf("text", scope(scope -> scope.channel().name())));
        statement.setArray(7, times(line, ask -> now.plus(ask.terms().minimumNotice())));
        statement.setArray(8, times(line, this::since));
        statement.setArray(9, times(line, ask -> ask.terms().heldUntil()));
        statement.setArray(10, line.createArrayOf("uuid", each(Decision::kept)));
        statement.setArray(
                11, line.createArrayOf("boolean", each(ask -> ask.terms().onlyKept())));
        statement.setArray(12, line.createArrayOf("boolean", each(Ask::moving)));
        statement.setArray(13, times(line, Ask::backAt));
        return 14;
    }

    private int bindSeats(PreparedStatement statement, Connection line, int first) throws SQLException {
        var numbers = new ArrayList<Long>();
        var seats = new ArrayList<Seat>();
        var parties = new ArrayList<UUID>();
        for (int i = 0; i < asks.size(); i++) {
            for (var seat : asks.get(i).seats()) {
                numbers.add(i + 1L);
                seats.add(seat);
                parties.add(asks.get(i).party().value());
            }
        }
        statement.setArray(first, line.createArrayOf("bigint", numbers.toArray()));
        statement.setArray(first + 1, of(line, "uuid", seats, seat -> seat.id().value()));
        statement.setArray(first + 2, line.createArrayOf("uuid", parties.toArray()));
        statement.setArray(
                first + 3, of(line, "uuid", seats, seat -> seat.slot().value()));
        statement.setArray(
                first + 4, of(line, "uuid", seats, seat -> seat.application().value()));
        statement.setArray(
                first + 5, of(line, "uuid", seats, seat -> seat.person().value()));
        statement.setArray(
                first + 6, of(line, "text", seats, seat -> seat.code().value()));
        statement.setArray(first + 7, of(line, "int", seats, Seat::moves));
        return first + 8;
    }

    private void bindTheRest(PreparedStatement statement, Connection line, int first) throws SQLException {
        var slots = asks.stream()
                .flatMap(ask -> ask.seats().stream())
                .map(seat -> seat.slot().value())
                .distinct();
        statement.setArray(first, line.createArrayOf("uuid", slots.toArray()));
        statement.setArray(
                first + 1,
                line.createArrayOf(
                        "uuid",
                        asks.stream()
                                .map(Decision::kept)
                                .filter(id -> id != null)
                                .toArray()));
        statement.setArray(first + 2, line.createArrayOf("timestamp", months()));
        for (int i = 3; i <= 6; i++) {
            statement.setObject(first + i, now.atOffset(UTC));
        }
    }

    private static @Nullable UUID kept(Ask ask) {
        return ask.terms().kept() == null ? null : ask.terms().kept().value();
    }

    private Instant since(Ask ask) {
        return now.minus(Duration.ofDays(ask.terms().daysBetween()));
    }

    /** The months in which a booking may lie that is too recent for one of the requests; most often none or two. */
    private Object[] months() {
        var longest =
                asks.stream().mapToInt(ask -> ask.terms().daysBetween()).max().orElse(0);
        if (longest == 0) {
            return new Object[0];
        }
        var last = YearMonth.from(now.atOffset(UTC));
        return Stream.iterate(
                        YearMonth.from(now.minus(Duration.ofDays(longest)).atOffset(UTC)),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .map(month -> month.atDay(1) + " 00:00:00")
                .toArray();
    }

    private Object[] each(Function<Ask, @Nullable Object> value) {
        return asks.stream().map(value).toArray();
    }

    private Object[] scope(Function<Terms.Scope, Object> value) {
        return each(ask ->
                ask.terms().within() == null ? null : value.apply(ask.terms().within()));
    }

    private java.sql.Array times(Connection line, Function<Ask, @Nullable Instant> value) throws SQLException {
        return line.createArrayOf("timestamptz", each(ask -> {
            var time = value.apply(ask);
            return time == null ? null : time.toString();
        }));
    }

    private static java.sql.Array of(Connection line, String type, List<Seat> seats, Function<Seat, Object> value)
            throws SQLException {
        return line.createArrayOf(type, seats.stream().map(value).toArray());
    }

    private static Outcome outcome(Ask ask, ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return switch (outcome) {
            case "GRANTED" -> new Granted(ask);
            case "KNOWN" -> new GrantedBefore(row.getObject("known", UUID.class));
            default -> {
                var reason = Reason.valueOf(outcome);
                yield new Denied(reason, row.getObject("live", UUID.class), at(reason, ask, row));
            }
        };
    }

    /** When a window opens, or from when on the person may book again. */
    private static @Nullable Instant at(Reason reason, Ask ask, ResultSet row) throws SQLException {
        return switch (reason) {
            case NOT_OPEN_YET ->
                row.getObject("opens_at", java.time.OffsetDateTime.class).toInstant();
            case TOO_SOON ->
                row.getObject("booked_at", java.time.OffsetDateTime.class)
                        .toInstant()
                        .plus(Duration.ofDays(ask.terms().daysBetween()));
            case KEY_REUSED, NO_SUCH_WINDOW, TOO_LATE, ALREADY_BOOKED, OFFER_GONE, MOVED_MEANWHILE, FULL -> null;
        };
    }
}
