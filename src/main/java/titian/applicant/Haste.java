package titian.applicant;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.form.Answer.Place;
import titian.form.Form;
import titian.form.SameDay;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.SameDayDesk;
import titian.payment.PaymentDesk;
import titian.shared.Money;
import titian.tariff.Charge;
import titian.tariff.Quote.Line;
import titian.tariff.TariffDesk;

/** Whether a form is asked how soon the passport should be made, and what haste would cost. */
@Component
class Haste {

    private final SameDayDesk sameDays;
    private final OfficeDesk offices;
    private final TariffDesk tariffs;
    private final Clock clock;

    Haste(SameDayDesk sameDays, OfficeDesk offices, TariffDesk tariffs, Clock clock) {
        this.sameDays = sameDays;
        this.offices = offices;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /**
     * The same day, as it can be wished for.
     *
     * @param charge what it costs on top of the book
     * @param office the one that was chosen already, if one was
     * @param until  the hour by which one must be there; nothing if the office does not do it
     */
    record Offer(
            Money charge, @Nullable Office office, @Nullable LocalTime until) {}

    /**
     * Nothing if no office does it for such a case, or not the one that was chosen. Whoever wished for it before may
     * take that back wherever they go.
     */
    Optional<Offer> offer(Form form) {
        var today = clock.instant().atZone(PaymentDesk.TREASURY).toLocalDate();
        if (!form.asked().service().mayBeSameDay()) {
            return Optional.empty();
        }
        var offering = sameDays.offering(today);
        var office = form.find(Place.class)
                .flatMap(place -> offices.find(place.office()))
                .orElse(null);
        var until = office == null ? null : offering.get(office.id());
        var isOffered = office == null ? !offering.isEmpty() : until != null || SameDay.isWished(form);
        return isOffered
                ? tariffs.charge(Charge.SAME_DAY, today)
                        .map(Line::amount)
                        .map(charge -> new Offer(charge, office, until))
                : Optional.empty();
    }
}
