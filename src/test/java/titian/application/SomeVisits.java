package titian.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.BeanFactory;
import titian.People;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.slot.Slot;

/**
 * Applications with a visit, for tests of what comes after: only the person is filled in, not the nine steps of the
 * form.
 */
public final class SomeVisits {

    private static final Duration TO_PAY = Duration.ofHours(1);

    private final Applications applications;
    private final BookingDesk booking;
    private final Clock clock;

    public SomeVisits(BeanFactory house) {
        this.applications = house.getBean(Applications.class);
        this.booking = house.getBean(BookingDesk.class);
        this.clock = house.getBean(Clock.class);
    }

    /** Someone's visit, and the name in the form. */
    public record Visit(AccountId account, String name, Appointment appointment) {}

    /** A visit that is paid for, on the office's earliest day with a free place. */
    public Visit paid(AccountId account, OfficeId office) {
        return paid(account, booking.earliest(office, 1).getFirst());
    }

    public Visit paid(AccountId account, Slot slot) {
        var visit = unpaid(account, slot);
        booking.confirm(visit.appointment().id());
        var submitted = applications.find(visit.appointment().application()).orElseThrow();
        applications.move(
                submitted.stage(), submitted.schedule(visit.appointment().id(), BillId.next(), clock.instant()));
        return new Visit(
                account, visit.name(), booking.find(visit.appointment().id()).orElseThrow());
    }

    /** A visit whose place is only held. */
    public Visit unpaid(AccountId account, Slot slot) {
        var someone = People.someone();
        var now = clock.instant();
        var draft = PassportApplication.draft(account, RequestedService.NEW_ADULT, Locale.of("id"), now);
        assertThat(applications.add(draft)).isTrue();
        applications.name(draft.id(), someone.name());
        var request = BookingRequest.of(
                draft.id().toString(),
                account,
                draft.id(),
                someone.nik(),
                slot.id(),
                Terms.heldUntil(now.plus(TO_PAY)));
        var held = booking.find(booking.book(request).first()).orElseThrow();
        booking.claim(held.id(), now.plus(TO_PAY));
        applications.move(draft.stage(), draft.submit(someone.nik(), held.id(), BillId.next(), now.plus(TO_PAY), now));
        return new Visit(account, someone.name(), held);
    }
}
