package titian.questionnaire;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.questionnaire.PrintedName.Primary;

/** Tells how a name will be printed, in the order this country's books have. */
@Component
public class PassportNames {

    private final Primary primary;

    PassportNames(@Value("${titian.passport.primary-name:LAST_WORD}") Primary primary) {
        this.primary = primary;
    }

    public PrintedName of(String fullName) {
        return PrintedName.of(fullName, primary);
    }
}
