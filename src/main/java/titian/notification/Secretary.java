package titian.notification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.application.PassDesk;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.notification.Letter.Attachment;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.BillId;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Words;

/**
 * Gathers what a letter is to say when it goes out: what is true then. News that has been overtaken makes no letter.
 */
@Component
class Secretary {

    private final AccountDesk accounts;
    private final ApplicationDesk applications;
    private final PaymentDesk payments;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final PassDesk passes;
    private final WaitingRoomDesk rooms;
    private final Wording wording;

    Secretary(
            AccountDesk accounts,
            ApplicationDesk applications,
            PaymentDesk payments,
            BookingDesk bookings,
            OfficeDesk offices,
            PassDesk passes,
            WaitingRoomDesk rooms,
            @Value("${titian.address}") String address) {
        this.accounts = accounts;
        this.applications = applications;
        this.payments = payments;
        this.bookings = bookings;
        this.offices = offices;
        this.passes = passes;
        this.rooms = rooms;
        this.wording = new Wording(address);
    }

    Optional<Outgoing> compose(Letters.Row row) {
        return switch (row.kind()) {
            case CODE -> code(row.subject());
            case ALREADY_REGISTERED -> alreadyRegistered(row.subject());
            case BILL -> bill(new BillId(row.subject()));
            case APPOINTMENT -> appointment(new ApplicationId(row.subject()));
            case EXPIRED -> expired(new ApplicationId(row.subject()), Wording::expired);
            case PAID_LATE -> expired(new ApplicationId(row.subject()), Wording::paidLate);
            case CANCELLED -> cancelled(new ApplicationId(row.subject()));
            case RELEASE -> release(row.subject());
        };
    }

    private Optional<Outgoing> code(UUID id) {
        return accounts.code(id)
                .flatMap(code -> accounts.contact(code.account()).map(to -> wording.code(to, code)));
    }

    private Optional<Outgoing> alreadyRegistered(UUID code) {
        return accounts.code(code)
                .flatMap(asked -> accounts.contact(asked.account()))
                .map(wording::alreadyRegistered);
    }

    private Optional<Outgoing> bill(BillId id) {
        return payments.find(id)
                .filter(bill -> bill.state() == BillState.OPEN)
                .flatMap(bill -> applications
                        .summary(bill.application())
                        .flatMap(about -> reader(about)
                                .map(to -> wording.bill(
                                        to, about, bill, visit(about).flatMap(this::office)))));
    }

    private Optional<Outgoing> appointment(ApplicationId id) {
        return applications
                .summary(id)
                .filter(about -> about.stage().equals("SCHEDULED"))
                .flatMap(about -> visit(about)
                        .flatMap(visit -> office(visit)
                                .flatMap(office ->
                                        reader(about).map(to -> wording.appointment(to, about, visit, office)))))
                .map(outgoing -> outgoing.with(pass(id, outgoing.words())));
    }

    private Attachment pass(ApplicationId id, Words words) {
        return new Attachment(words.text("notification.appointment.paper"), "application/pdf", passes.pdf(id));
    }

    private Optional<Outgoing> expired(ApplicationId id, Occasion occasion) {
        return applications
                .summary(id)
                .filter(about -> about.stage().equals("EXPIRED"))
                .flatMap(about -> reader(about).map(to -> occasion.write(wording, to, about)));
    }

    private Optional<Outgoing> cancelled(ApplicationId id) {
        return applications
                .summary(id)
                .filter(about -> about.stage().equals("CANCELLED"))
                .flatMap(about -> visit(about)
                        .flatMap(visit -> office(visit)
                                .flatMap(office ->
                                        reader(about).map(to -> wording.cancelled(to, about, visit, office)))));
    }

    /** A release that was withdrawn meanwhile, or has opened, makes no letter. */
    private Optional<Outgoing> release(UUID reminder) {
        return rooms.reminder(reminder)
                .flatMap(wish -> rooms.announced(wish.release())
                        .flatMap(release -> offices.find(release.office())
                                .flatMap(office -> accounts.contact(wish.account())
                                        .map(to -> wording.release(to, release, office)))));
    }

    private interface Occasion {

        Outgoing write(Wording wording, Contact to, Summary about);
    }

    private Optional<Contact> reader(Summary about) {
        return accounts.contact(about.account());
    }

    private Optional<Appointment> visit(Summary about) {
        return Optional.ofNullable(about.appointment()).flatMap(bookings::find);
    }

    private Optional<Office> office(Appointment visit) {
        return offices.find(visit.office());
    }
}
