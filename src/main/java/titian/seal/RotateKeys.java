package titian.seal;

import java.time.Clock;
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
 * The command that lets a new key seal personal data, run beside the nodes that serve: they take it up within a minute,
 * and one of them seals every row anew.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@Import({Keysets.class, EnvelopeKeys.class, KeyDesk.class})
public class RotateKeys {

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

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
