package titian.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.form.Answer.Kind;
import titian.form.Answer.Place;
import titian.form.Answer.Purpose;
import titian.form.Answer.Questionnaire;
import titian.payment.PaymentDesk;
import titian.payment.Quote;
import titian.payment.Wanted;

/** What a form costs today: the same price before it goes in, and on the bill when it does. */
@Component
class Prices {

    private final PaymentDesk payment;
    private final Clock clock;

    Prices(PaymentDesk payment, Clock clock) {
        this.payment = payment;
        this.clock = clock;
    }

    /** Empty if a part of it has no price today. */
    Optional<Quote> of(Form form) {
        var kind = form.get(Kind.class);
        var wanted = Wanted.ordinary(kind.type(), kind.validityYears()).forFirstOfMigrantWorker(isFirstOfMigrant(form));
        var today = LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
        return form.find(Place.class)
                .map(place -> payment.quote(wanted, place.office(), today))
                .orElseGet(() -> payment.quote(wanted, today));
    }

    private static boolean isFirstOfMigrant(Form form) {
        return form.find(Questionnaire.class)
                .filter(said -> !said.hasPassport() && said.purpose() == Purpose.MIGRANT_WORK)
                .isPresent();
    }
}
