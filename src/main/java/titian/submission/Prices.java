package titian.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.counterfee.CounterFeeDesk;
import titian.form.Answer.Kind;
import titian.form.Answer.Place;
import titian.form.Form;
import titian.payment.PaymentDesk;
import titian.requirement.RequestedService;
import titian.shared.ApplicationId;
import titian.tariff.Charge;
import titian.tariff.Quote;
import titian.tariff.TariffDesk;
import titian.tariff.Wanted;

/** What a form costs today: the same price before it goes in, and on the bill when it does. */
@Component
class Prices {

    private final TariffDesk tariffs;
    private final CounterFeeDesk counter;
    private final Clock clock;

    Prices(TariffDesk tariffs, CounterFeeDesk counter, Clock clock) {
        this.tariffs = tariffs;
        this.counter = counter;
        this.clock = clock;
    }

    /** Whether nothing is to be paid, here or anywhere: no book is made. */
    static boolean isFree(Form form) {
        return !form.asked().service().makesBook();
    }

    /** Empty if it is free, or if a part of it has no price today. */
    Optional<Quote> of(Form form) {
        var today = LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY);
        if (isFree(form)) {
            return Optional.empty();
        }
        return form.asked().service() == RequestedService.SPLP
                ? form.find(Place.class)
                        .map(place -> tariffs.travelDocument(place.office(), today))
                        .orElseGet(() -> tariffs.travelDocument(today))
                : form.find(Kind.class).flatMap(kind -> quote(form, wanted(form, kind), today));
    }

    /** What is paid at the counter stays as it is now. In the caller's transaction. */
    void fixAtCounter(ApplicationId application, Form form, Quote quote) {
        counter.fix(application, form.get(Place.class).office(), quote);
    }

    private Optional<Quote> quote(Form form, Wanted wanted, LocalDate today) {
        return form.find(Place.class)
                .map(place -> tariffs.quote(wanted, place.office(), today))
                .orElseGet(() -> tariffs.quote(wanted, today));
    }

    /** A lost or damaged passport is charged for, by disaster with nothing. */
    private static Wanted wanted(Form form, Kind kind) {
        var service = form.asked().service();
        var book = Wanted.ordinary(kind.type(), kind.validityYears())
                .forFirstOfMigrantWorker(service == RequestedService.CPMI);
        return switch (service) {
            case REPLACE_LOST -> book.with(Charge.LOST);
            case REPLACE_LOST_FM -> book.with(Charge.LOST_BY_FORCE_MAJEURE);
            case REPLACE_DAMAGED -> book.with(Charge.DAMAGED);
            case REPLACE_DAMAGED_FM -> book.with(Charge.DAMAGED_BY_FORCE_MAJEURE);
            default -> book;
        };
    }
}
