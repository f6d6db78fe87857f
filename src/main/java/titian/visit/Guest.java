package titian.visit;

import java.time.Instant;
import java.time.LocalDate;
import titian.registry.RegistryAnswer;
import titian.requirement.RequestedService;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/**
 * One of those who come. The application's name is given out here and used once the place is certain.
 *
 * @param said what the civil registry said of the number; what it did not confirm is settled at the counter
 */
record Guest(
        int number,
        ApplicationId application,
        RequestedService service,
        String name,
        Nik nik,
        LocalDate birthDate,
        RegistryAnswer said,
        Instant saidAt) {

    /** Whether the counter has to look at the number. */
    boolean isUnresolved() {
        return !(said instanceof RegistryAnswer.Matches);
    }

    @Override
    public String toString() {
        return "guest " + number;
    }
}
