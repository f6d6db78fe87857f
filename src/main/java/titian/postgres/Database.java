package titian.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import titian.platform.CannotStart;

/** The database when nobody named one: PostgreSQL embedded, in development only unless the operator asks for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class Database {

    @Bean
    EmbeddedPostgres embeddedPostgres(
            @Value("${titian.data}") Path data,
            @Value("${titian.embedded-database:refused}") String permission,
            Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of("development")) && !permission.equals("allowed")) {
            throw new CannotStart(
                    "No database is named, and the embedded one is meant for development.",
                    "Name a database by SPRING_DATASOURCE_URL, or set TITIAN_EMBEDDED_DATABASE=allowed to run"
                            + " production on the embedded one.");
        }
        return EmbeddedPostgres.start(data.resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.user();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }
        };
    }
}
