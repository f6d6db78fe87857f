package titian.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import titian.shared.Nik;

/** Where one asks whether a number is a person's. */
@Service
public class RegistryDesk {

    /** The person as they say they are. It prints without giving them away. */
    public record Person(Nik nik, String name, LocalDate birthDate) {
        @Override
        public String toString() {
            return "person " + nik;
        }
    }

    private final Dukcapil dukcapil;
    private final Questions questions;
    private final Clock clock;

    RegistryDesk(Dukcapil dukcapil, Questions questions, Clock clock) {
        this.dukcapil = dukcapil;
        this.questions = questions;
        this.clock = clock;
    }

    /** Asks the registry: a remote call of bounded time, never inside a transaction. */
    public RegistryAnswer check(Person person) {
        var at = clock.instant();
        var began = System.nanoTime();
        var verdict = dukcapil.ask(person);
        questions.add(at, person.nik(), verdict, Duration.ofNanos(System.nanoTime() - began));
        return verdict.answer();
    }
}
