package titian.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.counterfee.CounterFeeDesk;
import titian.form.Answer.Place;
import titian.form.Form;
import titian.form.Kind;
import titian.form.SameDay;
import titian.payment.PaymentDesk;
import titian.requirement.RequestedService;
import titian.shared.ApplicationId;
import titian.shared.Speed;
import titian.tariff.Charge;
import titian.tariff.Quote;
import titian.tariff.TariffDesk;
import titian.tariff.Wanted;

/** What a form costs today: the same price before it goes in, and on the bill when it does. */
@Component
class Prices {

    private final TariffDesk tariffs;
    private final CounterFeeDesk counter;
    private final SameDay sameDay;
    private final Clock clock;

    Prices(TariffDesk tariffs, CounterFeeDesk counter, SameDay sameDay, Clock clock) {
        this.tariffs = tariffs;
        this.counter = counter;
        this.sameDay = sameDay;
        this.clock = clock;
    }

    /** Whether nothing is to be paid, here or anywhere: no book is made. */
    static boolean isFree(Form form) {
        return !form.asked().service().makesBook();
    }

    /** How soon the passport is promised: what its price is for. */
    Speed speed(Form form) {
        return sameDay.of(form).speed();
    }

    /** Empty if it is free, or if a part of it has no price today. */
    Optional<Quote> of(Form form) {
        return of(form, speed(form), clock.instant());
    }

    /** The same for what was promised, at another moment. */
    Optional<Quote> of(Form form, Speed speed, Instant at) {
        var day = LocalDate.ofInstant(at, PaymentDesk.TREASURY);
        if (isFree(form)) {
            return Optional.empty();
        }
        return form.asked().service() == RequestedService.SPLP
                ? form.find(Place.class)
                        .map(place -> tariffs.travelDocument(place.office(), day))
                        .orElseGet(() -> tariffs.travelDocument(day))
                : form.find(Kind.class).flatMap(kind -> quote(form, wanted(form, kind, speed), day));
    }

    /** What is paid at the counter stays as it is now. In the caller's transaction. */
    void fixAtCounter(ApplicationId application, Form form, Quote quote) {
        counter.fix(application, form.get(Place.class).office(), quote);
    }

    private Optional<Quote> quote(Form form, Wanted wanted, LocalDate day) {
        return form.find(Place.class)
                .map(place -> tariffs.quote(wanted, place.office(), day))
                .orElseGet(() -> tariffs.quote(wanted, day));
    }

    /** A lost or damaged passport is charged for, by disaster with nothing; haste where it can be promised. */
    private Wanted wanted(Form form, Kind kind, Speed speed) {
        var service = form.asked().service();
        var book = Wanted.ordinary(kind.type(), kind.validityYears())
                .forFirstOfMigrantWorker(service == RequestedService.CPMI);
        if (speed == Speed.SAME_DAY) {
            book = book.with(Charge.SAME_DAY);
        }
        return switch (service) {
            case REPLACE_LOST -> book.with(Charge.LOST);
            case REPLACE_LOST_FM -> book.with(Charge.LOST_BY_FORCE_MAJEURE);
            case REPLACE_DAMAGED -> book.with(Charge.DAMAGED);
            case REPLACE_DAMAGED_FM -> book.with(Charge.DAMAGED_BY_FORCE_MAJEURE);
            default -> book;
        };
    }
}
