package titian.form;

import java.time.Instant;
import java.util.Set;
import titian.registry.RegistryAnswer;
import titian.shared.ApplicationId;

/**
 * What is known of an applicant's number has changed; announced inside the transaction that writes it down.
 *
 * @param outcome   what the civil registry said, as in {@code DIFFERS}
 * @param confirmed whether nothing is open any more: the registry said yes, or an officer settled it
 */
public record NumberChecked(
        ApplicationId application, String outcome, Set<RegistryAnswer.Field> differing, boolean confirmed, Instant at) {

    static NumberChecked of(ApplicationId application, Answer.NikCheck check) {
        return new NumberChecked(
                application, check.outcome().name(), check.differing(), check.isConfirmed(), check.at());
    }
}
