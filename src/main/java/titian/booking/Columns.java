package titian.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/** Hands a statement its parameters in their order, a column at a time. */
final class Columns {

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z"); // of time, to PostgreSQL

    private final PreparedStatement statement;
    private int next = 1;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    /** The arrays that have to be sent in binary, by their numbers: pgjdbc does so with others by itself. */
    static String binary() {
        return "%d,%d,%d,%d".formatted(Oid.UUID_ARRAY, Oid.TIMESTAMPTZ_ARRAY, Oid.TIMESTAMP_ARRAY, Oid.BOOL_ARRAY);
    }

    <T> void identifiers(Collection<T> rows, Function<T, @Nullable UUID> value) throws SQLException {
        add("_uuid", Oid.UUID, rows, value, Columns::bytes);
    }

    <T> void texts(Collection<T> rows, Function<T, @Nullable String> value) throws SQLException {
        add("_text", Oid.TEXT, rows, value, text -> text.getBytes(UTF_8));
    }

    <T> void moments(Collection<T> rows, Function<T, @Nullable Instant> value) throws SQLException {
        add("_timestamptz", Oid.TIMESTAMPTZ, rows, value, Columns::bytes);
    }

    <T> void days(Collection<T> rows, Function<T, @Nullable LocalDate> value) throws SQLException {
        add(
                "_timestamp",
                Oid.TIMESTAMP,
                rows,
                value,
                day -> bytes(day.atStartOfDay().toInstant(UTC)));
    }

    <T> void flags(Collection<T> rows, Function<T, @Nullable Boolean> value) throws SQLException {
        add("_bool", Oid.BOOL, rows, value, flag -> new byte[] {(byte) (flag ? 1 : 0)});
    }

    <T> void numbers(Collection<T> rows, Function<T, @Nullable Integer> value) throws SQLException {
        add("_int8", Oid.INT8, rows, value, Columns::bytes);
    }

    void moment(Instant time) throws SQLException {
        statement.setObject(next++, time.atOffset(UTC));
    }

    private <T, V> void add(
            String type, int kind, Collection<T> rows, Function<T, @Nullable V> value, Function<V, byte[]> written)
            throws SQLException {
        var values = new ArrayList<byte @Nullable []>(rows.size());
        V former = null;
        byte[] bytes = null;
        for (var row : rows) {
            var one = value.apply(row);
            if (one == null) {
                values.add(null);
                continue;
            }
            if (bytes == null || !Objects.equals(one, former)) { // most ask at the same office, by the same rules
                former = one;
                bytes = written.apply(one);
            }
            values.add(bytes);
        }
        statement.setObject(next++, new BinaryArray(type, kind, values));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** To the nearest microsecond, as pgjdbc rounds a single time. */
    private static byte[] bytes(Instant time) {
        var micros = SECONDS.toMicros(time.getEpochSecond() - BEGINNING.getEpochSecond())
                + (time.getNano() + MICROSECONDS.toNanos(1) / 2) / MICROSECONDS.toNanos(1);
        return bytes(micros);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
