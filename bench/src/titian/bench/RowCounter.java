package titian.bench;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import titian.postgres.MeasuredPostgres;

/** The yardstick: bookings as one transaction each over a counter in the slot's row, driven by pgbench. */
final class RowCounter {

    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");

    private final MeasuredPostgres postgres;

    RowCounter(MeasuredPostgres postgres) {
        this.postgres = postgres;
    }

    /** Bookings a second by 64 clients; the script is {@code hot} or {@code spread}. */
    double measure(String script, Duration length) {
        var said = Tool.run(
                length.plusSeconds(30),
                Map.of("PGPASSWORD", postgres.password()),
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--host=127.0.0.1",
                "--port=" + postgres.port(),
                "--username=" + postgres.user(),
                "--client=64",
                "--jobs=2",
                "--time=" + length.toSeconds(),
                "--file=bench/pgbench/" + script + ".sql",
                "postgres");
        var found = PER_SECOND.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("pgbench did not say how fast it was:\n" + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
