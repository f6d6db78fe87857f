package titian.platform;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place time comes from. */
@Configuration(proxyBeanMethods = false)
class Clocks {

    /** Ticks as finely as PostgreSQL remembers, so that what was written reads back equal. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, MICROS));
    }
}
