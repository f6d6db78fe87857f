package titian.notification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.capacity.DisplacedDesk;
import titian.capacity.Relocation;
import titian.notification.Letter.Attachment;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.pass.PassDesk;
import titian.payment.BillId;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.recovery.RecoveryDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.Slot;
import titian.waitinglist.Offer;
import titian.waitinglist.Wish;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Words;

/**
 * Gathers what a letter is to say when it goes out: what is true then. News that has been overtaken makes no letter.
 */
@Component
class Secretary {

    private final PrivacySecretary privacy;
    private final AccountDesk accounts;
    private final RecoveryDesk recovery;
    private final ApplicationDesk applications;
    private final PaymentDesk payments;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final PassDesk passes;
    private final WaitingRoomDesk rooms;
    private final DisplacedDesk displaced;
    private final Clock clock;
    private final WaitingSecretary waiting;
    private final FeeSecretary fees;
    private final InvitationSecretary invitations;
    private final ContactSecretary contacts;
    private final CaseSecretary cases;
    private final Wording wording;

    Secretary(
            PrivacySecretary privacy,
            AccountDesk accounts,
            RecoveryDesk recovery,
            ApplicationDesk applications,
            PaymentDesk payments,
            BookingDesk bookings,
            OfficeDesk offices,
            PassDesk passes,
            WaitingRoomDesk rooms,
            DisplacedDesk displaced,
            Clock clock,
            WaitingSecretary waiting,
            FeeSecretary fees,
            InvitationSecretary invitations,
            ContactSecretary contacts,
            CaseSecretary cases,
            @Value("${titian.address}") String address) {
        this.privacy = privacy;
        this.accounts = accounts;
        this.recovery = recovery;
        this.applications = applications;
        this.payments = payments;
        this.bookings = bookings;
        this.offices = offices;
        this.passes = passes;
        this.rooms = rooms;
        this.displaced = displaced;
        this.clock = clock;
        this.waiting = waiting;
        this.fees = fees;
        this.invitations = invitations;
        this.contacts = contacts;
        this.cases = cases;
        this.wording = new Wording(address);
    }

    Optional<Outgoing> compose(Letters.Row row) {
        return switch (row.kind()) {
            case ERASURE_ASKED -> privacy.erasureAsked(new AccountId(row.subject()));
            case CORRECTION_ANSWERED -> privacy.correctionAnswered(new AccountId(row.subject()));
            case DATA_BREACH -> privacy.breach(row.subject());
            case CODE -> code(row.subject());
            case ALREADY_REGISTERED -> alreadyRegistered(row);
            case FORGOTTEN_PASSWORD -> forgottenPassword(row.subject());
            case SIGN_IN_CODE -> signInCode(row.subject());
            case CHANGED_PASSWORD -> told(row.subject(), "notification.changed-password", "/masuk/lupa");
            case PASSKEY_ADDED -> told(row.subject(), "notification.passkey-added", "/akun/kunci/lihat");
            case PROOF_RESET -> told(row.subject(), "notification.proof-reset", "/masuk");
            case SERVICE_ENDED -> told(row.subject(), "notification.service-ended", "/");
            case DOCUMENT_WITHHELD -> told(row.subject(), "notification.document-withheld", "/beranda");
            case REFUND_ASKED, REFUND_ORDERED, REFUND_TRANSFERRED, REFUND_REFUSED -> fees.refund(row);
            case OFFICER_INVITED -> invitations.compose(row.subject());
            case EXTERNAL_LINKED -> contacts.externalLinked(new AccountId(row.subject()));
            case PAPERS_RETURNED -> cases.returned(new ApplicationId(row.subject()));
            case PAPERS_UNMENDED -> cases.unmended(new ApplicationId(row.subject()));
            case PAPERS_READY -> cases.ready(new ApplicationId(row.subject()));
            case TURNED_DOWN -> cases.turnedDown(new ApplicationId(row.subject()));
            case EXAMINATION_DECIDED -> cases.decided(new ApplicationId(row.subject()));
            case BILL -> bill(new BillId(row.subject()));
            case APPOINTMENT -> appointment(new ApplicationId(row.subject()));
            case EXPIRED -> fees.expired(new ApplicationId(row.subject()));
            case PAID_LATE -> fees.paidLate(new ApplicationId(row.subject()));
            case PAID_TWICE -> fees.paidTwice(new ApplicationId(row.subject()));
            case FEE_WRONG_KIND, FEE_CHANGE_ENDS, FEE_REPAIR_ENDS, FEE_PICKUP_ENDS -> fees.nearlyLost(row);
            case MOVED -> moved(new ApplicationId(row.subject()));
            case REMINDER -> reminder(new ApplicationId(row.subject()));
            case CANCELLED -> cancelled(new ApplicationId(row.subject()));
            case RELEASE -> release(row.subject());
            case MOVE_PROPOSED -> move(row.subject(), Relocation.State.ASKED, Wording::moveProposed);
            case MOVE_NOT_NEEDED -> move(row.subject(), Relocation.State.STAYS, Wording::moveNotNeeded);
            case OFFER -> waiting.offer(row.subject(), Offer.State.OPEN, "notification.offer");
            case OFFER_ENDING -> waiting.offer(row.subject(), Offer.State.OPEN, "notification.offer-ending");
            case OFFER_MISSED -> waiting.offer(row.subject(), Offer.State.TIMED_OUT, "notification.offer-missed");
            case WAITING_PAUSED -> waiting.of(row.subject(), Wish.State.PAUSED, "notification.waiting-paused");
            case CONTACT_NEW,
                    CONTACT_OLD,
                    CONTACT_NOTICE,
                    CONTACT_WAITING,
                    CONTACT_DONE_NEW,
                    CONTACT_DONE_OLD,
                    CONTACT_STOPPED -> contacts.compose(row);
            case WAITING_ENDED -> waiting.of(row.subject(), Wish.State.ENDED, "notification.waiting-ended");
        };
    }

    private Optional<Outgoing> code(UUID id) {
        return accounts.code(id)
                .flatMap(code -> accounts.contact(code.account()).map(to -> wording.code(to, code)));
    }

    private Optional<Outgoing> alreadyRegistered(Letters.Row row) {
        return accounts.code(row.subject())
                .flatMap(asked -> accounts.contact(asked.account()))
                .map(to -> wording.alreadyRegistered(to, row.carrier() != null));
    }

    /** An address that has no account is written nothing. */
    private Optional<Outgoing> forgottenPassword(UUID code) {
        return recovery.code(code)
                .flatMap(asked -> accounts.contact(asked.account()).map(to -> wording.forgottenPassword(to, asked)));
    }

    private Optional<Outgoing> signInCode(UUID code) {
        return recovery.code(code)
                .flatMap(asked -> accounts.contact(asked.account()).map(to -> wording.signInCode(to, asked)));
    }

    private Optional<Outgoing> told(UUID account, String occasion, String path) {
        return accounts.contact(new AccountId(account)).map(to -> wording.told(to, occasion, path));
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
                .map(outgoing -> outgoing.with(pass(id, outgoing.words())).with(calendar(id, outgoing.words())));
    }

    private Optional<Outgoing> moved(ApplicationId id) {
        return ahead(id)
                .flatMap(visit -> applications
                        .summary(id)
                        .flatMap(about -> office(visit)
                                .flatMap(office -> reader(about)
                                        .map(to ->
                                                wording.moved(to, about, visit, office, bookings.changeRule(visit))))))
                .map(outgoing -> outgoing.with(pass(id, outgoing.words())).with(calendar(id, outgoing.words())));
    }

    /** A reminder of a visit that has begun, or is given up, comes too late to be one. */
    private Optional<Outgoing> reminder(ApplicationId id) {
        return ahead(id)
                .flatMap(visit -> applications
                        .summary(id)
                        .flatMap(about -> office(visit)
                                .flatMap(office -> reader(about)
                                        .map(to -> wording.reminder(
                                                to, about, visit, office, bookings.changeRule(visit))))));
    }

    private Optional<Appointment> ahead(ApplicationId id) {
        return applications
                .summary(id)
                .filter(about -> about.stage().equals("SCHEDULED"))
                .flatMap(this::visit)
                .filter(visit -> visit.startsAt().isAfter(clock.instant()));
    }

    private Attachment calendar(ApplicationId id, Words words) {
        return new Attachment(
                words.text("notification.calendar.file"), "text/calendar; charset=UTF-8", passes.calendar(id));
    }

    private Attachment pass(ApplicationId id, Words words) {
        return new Attachment(words.text("notification.appointment.paper"), "application/pdf", passes.pdf(id));
    }

    private Optional<Outgoing> cancelled(ApplicationId id) {
        return applications
                .summary(id)
                .filter(about -> about.stage().equals("CANCELLED"))
                .flatMap(about -> visit(about)
                        .flatMap(visit -> office(visit)
                                .flatMap(office ->
                                        reader(about).map(to -> wording.cancelled(to, about, visit, office)))))
                .map(outgoing -> outgoing.with(calendar(id, outgoing.words())));
    }

    /** A release that was withdrawn meanwhile, or has opened, makes no letter. */
    private Optional<Outgoing> release(UUID reminder) {
        return rooms.reminder(reminder)
                .flatMap(wish -> rooms.announced(wish.release())
                        .flatMap(release -> offices.find(release.office())
                                .flatMap(office -> accounts.contact(wish.account())
                                        .map(to -> wording.release(to, release, office)))));
    }

    private Optional<Outgoing> move(UUID id, Relocation.State state, Asking asking) {
        return displaced
                .find(id)
                .filter(relocation -> relocation.state() == state)
                .flatMap(relocation -> offices.find(relocation.office())
                        .flatMap(office -> accounts.contact(relocation.account())
                                .map(to -> asking.write(wording, to, relocation, proposed(relocation), office))));
    }

    private Optional<Slot> proposed(Relocation relocation) {
        return Optional.ofNullable(relocation.proposed()).flatMap(bookings::slot);
    }

    private interface Asking {

        Outgoing write(Wording wording, Contact to, Relocation relocation, Optional<Slot> proposed, Office office);
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
