package titian.registry;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import titian.registry.RegistryDesk.Person;

/** Where one asks for what the registry has of a person, where our agreement with it reaches that far. */
@Service
public class RecordDesk {

    private final RegistryAccess access;
    private final Dukcapil dukcapil;
    private final Questions questions;
    private final Clock clock;

    RecordDesk(RegistryAccess access, Dukcapil dukcapil, Questions questions, Clock clock) {
        this.access = access;
        this.dukcapil = dukcapil;
        this.questions = questions;
        this.clock = clock;
    }

    public boolean isOpen() {
        return access.tellsRecords();
    }

    /**
     * Asks for the record of a person, of whom the mother's name must be known too: a remote call of bounded time, never
     * inside a transaction. Nothing of the record is kept here.
     */
    public RecordAnswer ask(Person person, String mother) {
        if (!isOpen()) {
            return new RecordAnswer.Withheld();
        }
        var at = clock.instant();
        var began = System.nanoTime();
        var telling = dukcapil.tell(person, mother);
        questions.add(at, person.nik(), telling, Duration.ofNanos(System.nanoTime() - began));
        return telling.answer();
    }
}
