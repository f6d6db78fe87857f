package titian.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.form.Answer.Identity;
import titian.form.Answer.PersonalData;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.shared.PriorityGroup;

/** Where one asks whether a form says that the law lets its applicant go first. Whoever asks may know. */
@Service
@Transactional(readOnly = true)
public class PrecedenceDesk {

    private static final List<PriorityGroup> OF_AN_AGE = List.of(PriorityGroup.ELDERLY, PriorityGroup.TODDLER);

    private final AnswerSheets sheets;
    private final Clock clock;

    PrecedenceDesk(AnswerSheets sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    /** What they said of themselves, if their day of birth does not belie it; of an age that goes first, also unsaid. */
    public Optional<PriorityGroup> of(ApplicationId application) {
        var answers = sheets.of(application);
        var today = LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
        return answers.get(Section.IDENTITY) instanceof Identity who
                        && answers.get(Section.PERSON) instanceof PersonalData person
                ? Stream.concat(Stream.ofNullable(person.group()), OF_AN_AGE.stream())
                        .filter(group -> group.mayHold(who.birthDate(), today))
                        .findFirst()
                : Optional.empty();
    }
}
