package titian.registry;

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

    /** Asks the registry: a remote call of bounded time, never inside a transaction. */
    public RegistryAnswer check(Person person) {
        throw new UnsupportedOperationException("not yet built: " + person);
    }
}
