package titian.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.account.ReachDesk;
import titian.application.ApplicationDesk;
import titian.application.ApplicationDesk.Summary;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.forfeit.Forfeit;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.notification.Letter.Fact;
import titian.notification.Letter.Link;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.Bill;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.treasury.Refund;
import titian.treasury.RefundDesk;
import titian.web.Words;

/** Writes of fees that came late, of those that may be lost, and of those that are given back. What has been overtaken makes no letter. */
@Component
class FeeSecretary {

    private final AccountDesk accounts;
    private final ApplicationDesk applications;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final ForfeitDesk forfeits;
    private final ReachDesk reaches;
    private final RefundDesk refunds;
    private final PaymentDesk payments;
    private final Wording wording;
    private final String address;

    FeeSecretary(
            AccountDesk accounts,
            ApplicationDesk applications,
            BookingDesk bookings,
            OfficeDesk offices,
            ForfeitDesk forfeits,
            ReachDesk reaches,
            RefundDesk refunds,
            PaymentDesk payments,
            @Value("${titian.address}") String address) {
        this.accounts = accounts;
        this.applications = applications;
        this.bookings = bookings;
        this.offices = offices;
        this.forfeits = forfeits;
        this.reaches = reaches;
        this.refunds = refunds;
        this.payments = payments;
        this.wording = new Wording(address);
        this.address = address;
    }

    Optional<Outgoing> expired(ApplicationId id) {
        return ended(id).flatMap(about -> reader(about).map(to -> wording.expired(to, about)));
    }

    /** A place that is kept meanwhile is told with its clock. */
    Optional<Outgoing> paidLate(ApplicationId id) {
        return kept(id).or(() -> ended(id)
                .flatMap(about -> reader(about).map(to -> {
                    var occasion = "notification.paid-late";
                    var subject = Words.in(to.language()).text(occasion + ".subject");
                    return write(to, about, occasion, opening(occasion, about), subject, List.of());
                })));
    }

    /** Nobody who paid in time is told that they were late. */
    private String opening(String occasion, Summary about) {
        var inTime = Optional.ofNullable(about.bill())
                .flatMap(payments::find)
                .filter(Bill::isPaidInTime)
                .isPresent();
        return occasion + (inTime ? ".opening.in-time" : ".opening");
    }

    /** Whoever paid an earlier bill of another amount alone still has the newer one to pay. */
    Optional<Outgoing> paidTwice(ApplicationId id) {
        return applications
                .summary(id)
                .flatMap(about -> reader(about).map(to -> {
                    var occasion = isStillToPay(about) ? "notification.paid-another" : "notification.paid-twice";
                    return write(to, about, occasion, Words.in(to.language()).text(occasion + ".subject"), List.of());
                }));
    }

    private boolean isStillToPay(Summary about) {
        return about.stage().equals("SUBMITTED")
                && Optional.ofNullable(about.bill())
                        .flatMap(payments::find)
                        .filter(bill -> bill.payment() == null)
                        .isPresent();
    }

    /** What has become of money asked back. */
    Optional<Outgoing> refund(Letters.Row row) {
        return refunds.find(row.subject())
                .flatMap(refund -> accounts.contact(refund.account()).map(to -> refund(to, row.kind(), refund)));
    }

    private Outgoing refund(Contact to, LetterKind kind, Refund refund) {
        var words = Words.in(to.language());
        var occasion = "notification." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var letter = new Letter(
                words.text(occasion + ".subject"),
                words.text("notification.greeting.name", to.name()),
                List.of(words.text(occasion + ".opening")),
                List.of(new Fact(words.text(occasion + ".amount"), words.money(refund.amount()), true)),
                List.of(words.text(occasion + ".closing").split("\n")),
                new Link(
                        words.text(occasion + ".link"),
                        address + "/tagihan/" + refund.application() + "/pengembalian"));
        return new Outgoing(to, words, letter, List.of());
    }

    private Optional<Summary> ended(ApplicationId id) {
        return applications.summary(id).filter(about -> about.stage().equals("EXPIRED"));
    }

    private Optional<Outgoing> kept(ApplicationId id) {
        return applications
                .keptPlace(id)
                .flatMap(kept -> bookings.find(kept.appointment()))
                .flatMap(visit -> offices.find(visit.office())
                        .flatMap(office ->
                                ended(id).flatMap(about -> reader(about).map(to -> kept(to, about, visit, office)))));
    }

    /** The place is not theirs yet, so it has no code to show. */
    private Outgoing kept(Contact to, Summary about, Appointment visit, Office office) {
        var words = Words.in(to.language());
        var occasion = "notification.paid-kept";
        return write(
                to,
                about,
                occasion,
                opening(occasion, about),
                words.text(occasion + ".subject"),
                List.of(
                        new Fact(words.text(occasion + ".visit"), moment(visit.startsAt(), office.zone(), words), true),
                        new Fact(words.text(occasion + ".office"), office.name(), false),
                        new Fact(
                                words.text(occasion + ".until"),
                                moment(visit.heldUntil(), office.zone(), words),
                                false)));
    }

    Optional<Outgoing> nearlyLost(Letters.Row row) {
        var moment = switch (row.kind()) {
            case FEE_WRONG_KIND -> Moment.WRONG_KIND;
            case FEE_CHANGE_ENDS -> Moment.CHANGE_ENDS;
            case FEE_REPAIR_ENDS -> Moment.REPAIR_ENDS;
            case FEE_PICKUP_ENDS -> Moment.PICKUP_ENDS;
            default -> throw new IllegalArgumentException("no fee is lost by " + row.kind());
        };
        return nearlyLost(row, moment);
    }

    private Optional<Outgoing> nearlyLost(Letters.Row row, Moment moment) {
        var id = new ApplicationId(row.subject());
        return forfeits.find(id, moment)
                .flatMap(forfeit -> applications
                        .summary(id)
                        .filter(about -> row.carrier() == null || isReachedByPhone(about, moment))
                        .flatMap(about -> reader(about).map(to -> nearlyLost(to, about, forfeit))));
    }

    /**
     * A phone nobody confirmed may be anybody's. Whoever has no address is written to by phone anyway, except of what only
     * goes to phones.
     */
    private boolean isReachedByPhone(Summary about, Moment moment) {
        return reaches.reach(about.account())
                .filter(reach -> reach.phoneConfirmed()
                        && (moment == Moment.WRONG_KIND || !reach.email().isEmpty()))
                .isPresent();
    }

    private Outgoing nearlyLost(Contact to, Summary about, Forfeit forfeit) {
        return switch (forfeit.moment()) {
            case WRONG_KIND -> wrongKind(to, about);
            case CHANGE_ENDS -> lastDay(to, about, forfeit, "notification.fee-change-ends");
            case REPAIR_ENDS -> lastDay(to, about, forfeit, "notification.fee-repair-ends");
            case PICKUP_ENDS -> lastDay(to, about, forfeit, "notification.fee-pickup-ends");
        };
    }

    private Outgoing wrongKind(Contact to, Summary about) {
        var words = Words.in(to.language());
        var occasion = "notification.fee-wrong-kind";
        var kind = Optional.ofNullable(about.bill())
                .flatMap(bill -> payments.lines(bill).stream().findFirst())
                .map(book -> words.areIndonesian() ? book.nameInIndonesian() : book.nameInEnglish());
        return write(
                to,
                about,
                occasion,
                words.text(occasion + ".subject"),
                kind.map(name -> new Fact(words.text(occasion + ".kind"), name, true)).stream()
                        .toList());
    }

    /** The last day is the one before the moment from which on it is too late. */
    private Outgoing lastDay(Contact to, Summary about, Forfeit forfeit, String occasion) {
        var words = Words.in(to.language());
        var lastDay = forfeit.lostAt().minusNanos(1).atZone(forfeit.zone()).toLocalDate();
        var until = words.day(lastDay) + ", " + words.zone(forfeit.zone());
        var facts = new ArrayList<>(List.of(new Fact(words.text(occasion + ".until"), until, true)));
        if (forfeit.moment() == Moment.PICKUP_ENDS) {
            office(about)
                    .map(office -> new Fact(words.text(occasion + ".office"), office.name(), true))
                    .ifPresent(facts::add);
        }
        return write(to, about, occasion, words.text(occasion + ".subject", words.shortDay(lastDay)), facts);
    }

    private Optional<Office> office(Summary about) {
        return Optional.ofNullable(about.appointment())
                .flatMap(bookings::find)
                .flatMap(visit -> offices.find(visit.office()));
    }

    private Outgoing write(Contact to, Summary about, String occasion, String subject, List<Fact> facts) {
        return write(to, about, occasion, occasion + ".opening", subject, facts);
    }

    private Outgoing write(
            Contact to, Summary about, String occasion, String opening, String subject, List<Fact> facts) {
        var words = Words.in(to.language());
        var all = new ArrayList<>(facts);
        all.add(new Fact(words.text("notification.applicant"), about.applicantName(), false));
        all.add(new Fact(words.text("notification.service"), words.text(about.service()), false));
        var letter = new Letter(
                subject,
                words.text("notification.greeting.name", to.name()),
                List.of(words.text(opening)),
                List.copyOf(all),
                List.of(words.text(occasion + ".closing").split("\n")),
                new Link(words.text(occasion + ".link"), address + "/permohonan/" + about.id()));
        return new Outgoing(to, words, letter, List.of());
    }

    private static String moment(Instant at, ZoneId zone, Words words) {
        return words.shortDay(at.atZone(zone).toLocalDate()) + ", " + words.hour(at, zone) + " " + words.zone(zone);
    }

    private Optional<Contact> reader(Summary about) {
        return accounts.contact(about.account());
    }
}
