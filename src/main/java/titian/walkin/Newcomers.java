package titian.walkin;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryDesk;

/** Those who bring everything to the counter, as they were typed and as the civil registry knows them. */
@Component
class Newcomers {

    private final RegistryDesk registry;
    private final Clock clock;

    Newcomers(RegistryDesk registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The registry is asked between transactions; only a number it says must not be used keeps anybody away. */
    Comer.Unknown typed(WalkInForm form, LocalDate today) {
        var person = form.person();
        var said = registry.check(person);
        if (said instanceof RegistryAnswer.Unusable) {
            throw new WalkInRefused.NumberUnusable();
        }
        return new Comer.Unknown(
                person.nik(), person.name(), person.birthDate(), form.service(today), said, clock.instant());
    }
}
