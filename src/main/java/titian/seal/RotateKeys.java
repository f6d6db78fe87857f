package titian.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The commands that bring in other keys of personal data, run beside the nodes that serve. A new key that seals is taken
 * up by them within a minute, and one of them seals every row anew; a new key of marks is brought in by the command
 * itself, which may be cut off and begun again.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@Import({Keysets.class, EnvelopeKeys.class, KeyDesk.class, Marks.class, MarkDesk.class})
public class RotateKeys {

    private static final String UNHURRIED = "--spring.datasource.hikari.connection-init-sql=SET statement_timeout = 0";

    /**
     * Lets a new key seal from now on.
     *
     * @param settings beside those of the environment, as {@code --name=value}
     */
    public static void run(String... settings) {
        try (var context = new SpringApplicationBuilder(RotateKeys.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            var key = context.getBean(KeyDesk.class).rotate();
            System.out.printf(
                    "The key %08x seals personal data from now on. The nodes take it up within a minute and then seal "
                            + "what is there anew; the log says when each table is done.%n",
                    key);
        }
    }

    /**
     * Lets marks be made by a new key, by the owner of the tables.
     *
     * @param settings beside those of the environment, as {@code --name=value}
     */
    public static void runForMarks(String... settings) throws InterruptedException {
        var all = Stream.concat(Stream.of(UNHURRIED), Stream.of(settings)).toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(RotateKeys.class)
                .web(WebApplicationType.NONE)
                .run(all)) {
            var desk = context.getBean(MarkDesk.class);
            var clock = context.getBean(Clock.class);
            desk.announce();
            waitUntil(clock, desk.known(), "Another key of marks is on its way");
            System.out.printf("%d marks have moved.%n", desk.move());
            waitUntil(clock, desk.known(), "What was begun before may still write former marks");
            desk.take();
            waitUntil(clock, desk.known(), "No mark of a former key is left, and the new one makes them all");
            desk.tidy();
            System.out.println("Done. Nobody is found by a former key any more: whoever has it can make no mark.");
        }
    }

    private static void waitUntil(Clock clock, Instant moment, String why) throws InterruptedException {
        var left = Duration.between(clock.instant(), moment);
        if (left.isPositive()) {
            System.out.printf("%s: going on in %d seconds.%n", why, left.toSeconds() + 1);
            Thread.sleep(left);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
