package titian.walkin;

import java.time.Instant;
import java.time.LocalDate;
import titian.registry.RegistryAnswer;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/** Somebody who comes to the office without a booking. */
sealed interface Comer {

    Nik nik();

    LocalDate birthDate();

    RequestedService service();

    /** Somebody whose form lacks nothing but a place: it goes in with this visit. */
    record WithForm(
            ApplicationId application,
            AccountId account,
            Nik nik,
            String name,
            LocalDate birthDate,
            RequestedService service)
            implements Comer {

        @Override
        public String toString() {
            return "whoever filled in " + application;
        }
    }

    /**
     * Somebody who brings everything to the counter.
     *
     * @param said what the civil registry said of the number; what it did not confirm is settled at the counter
     */
    record Unknown(
            Nik nik, String name, LocalDate birthDate, RequestedService service, RegistryAnswer said, Instant saidAt)
            implements Comer {

        @Override
        public String toString() {
            return "somebody";
        }
    }
}
