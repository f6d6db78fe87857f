package titian.booking;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;

/** How long a place rests before it comes back: between the office's least and most, at a moment nobody can guess. */
@Component
class Rests {

    private static final RandomGenerator CHANCE = new SecureRandom();

    private final OfficeDesk offices;

    Rests(OfficeDesk offices) {
        this.offices = offices;
    }

    Instant backAt(OfficeId office, Instant now) {
        var zone = offices.find(office).orElseThrow().zone();
        var delay = offices.policy(office, LocalDate.ofInstant(now, zone)).returnDelay();
        return now.plusMillis(
                CHANCE.nextLong(delay.least().toMillis(), delay.most().toMillis() + 1));
    }
}
