package titian.applicant;

import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.allowance.RegistryAllowance;
import titian.allowance.TooManyAttempts;
import titian.form.Answer.Family;
import titian.form.Answer.Identity;
import titian.form.Answer.NikCheck;
import titian.form.Forms.Opened;
import titian.registry.RecordAnswer;
import titian.registry.RecordDesk;
import titian.registry.RegistryDesk.Person;
import titian.registry.RegistryRecord;

/**
 * Fills what is still empty on a page from the civil registry, once the applicant asks for it: of somebody whose number
 * it has confirmed, and whose mother's name stands in the form as it does there. Only what the page then saves is kept.
 */
@Component
class FromRegistry {

    private final RecordDesk records;
    private final RegistryAllowance allowance;

    FromRegistry(RecordDesk records, RegistryAllowance allowance) {
        this.records = records;
        this.allowance = allowance;
    }

    /** How it stands with filling a page: what the page says about it. */
    enum Filling {
        OFFERED,
        TOLD,
        WITHHELD,
        UNREACHABLE,
        TOO_OFTEN;

        String text() {
            return "form.registry-record." + this;
        }
    }

    /** What came of asking. */
    record Answered(Filling filling, Optional<RegistryRecord> told) {

        @Override
        public String toString() {
            return "answered " + filling;
        }
    }

    boolean isOffered(Opened opened) {
        var form = opened.form();
        return records.isOpen()
                && form.find(Family.class).isPresent()
                && form.find(Identity.class).filter(FromRegistry::isConfirmed).isPresent();
    }

    private static boolean isConfirmed(Identity identity) {
        return identity.check().outcome() == NikCheck.Outcome.MATCHES;
    }

    /** Asks between transactions; whoever forged the button is told nothing. */
    Answered ask(Opened opened) {
        if (!isOffered(opened)) {
            return new Answered(Filling.WITHHELD, Optional.empty());
        }
        var identity = opened.form().get(Identity.class);
        var person = new Person(identity.nik(), identity.fullName(), identity.birthDate());
        try {
            allowance.take(opened.application().account());
            return switch (records.ask(person, opened.form().get(Family.class).mother())) {
                case RecordAnswer.Told(var record) -> new Answered(Filling.TOLD, Optional.of(record));
                case RecordAnswer.Withheld() -> new Answered(Filling.WITHHELD, Optional.empty());
                case RecordAnswer.Unreachable() -> new Answered(Filling.UNREACHABLE, Optional.empty());
            };
        } catch (TooManyAttempts _) {
            return new Answered(Filling.TOO_OFTEN, Optional.empty());
        }
    }
}
