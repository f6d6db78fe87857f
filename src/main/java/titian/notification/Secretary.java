package titian.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
import titian.notification.Letter.Fact;
import titian.notification.Letter.Link;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.shared.ApplicationId;
import titian.web.Words;

/**
 * Writes letters, each when it goes out: from what is true then, in the language of its reader. News that has been
 * overtaken makes no letter.
 */
@Component
class Secretary {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final AccountDesk accounts;
    private final ApplicationDesk applications;
    private final PaymentDesk payments;
    private final BookingDesk bookings;
    private final OfficeDesk offices;
    private final String address;

    Secretary(
            AccountDesk accounts,
            ApplicationDesk applications,
            PaymentDesk payments,
            BookingDesk bookings,
            OfficeDesk offices,
            @Value("${titian.address}") String address) {
        this.accounts = accounts;
        this.applications = applications;
        this.payments = payments;
        this.bookings = bookings;
        this.offices = offices;
        this.address = address;
    }

    Optional<Outgoing> compose(Letters.Row row) {
        return switch (row.kind()) {
            case CODE -> code(row.subject());
            case ALREADY_REGISTERED -> alreadyRegistered(row.subject());
            case BILL -> bill(new BillId(row.subject()));
            case APPOINTMENT -> appointment(new ApplicationId(row.subject()));
            case EXPIRED -> expired(new ApplicationId(row.subject()), "notification.expired");
            case PAID_LATE -> expired(new ApplicationId(row.subject()), "notification.paid-late");
        };
    }

    /** Says no name: whoever registered an address may have made one up to have us send it. */
    private Optional<Outgoing> code(UUID id) {
        return accounts.code(id)
                .flatMap(code -> accounts.contact(code.account()).map(to -> {
                    var text = new Script("notification.code", to);
                    text.fact("digits", code.digits(), true);
                    text.fact("until", hour(code.expiresAt(), JAKARTA, text.words), false);
                    return text.write(link("/daftar/kode"));
                }));
    }

    private Optional<Outgoing> alreadyRegistered(UUID code) {
        return accounts.code(code)
                .flatMap(asked -> accounts.contact(asked.account()))
                .map(to -> new Script("notification.already-registered", to).write(link("/masuk")));
    }

    private Optional<Outgoing> bill(BillId id) {
        var bill = payments.find(id).filter(found -> found.state() == BillState.OPEN);
        var application = bill.flatMap(found -> applications.summary(found.application()));
        return application.flatMap(about -> accounts.contact(about.account()).map(to -> bill(bill.get(), about, to)));
    }

    private Outgoing bill(Bill bill, Summary about, Contact to) {
        var text = new Script("notification.bill", to);
        var zone = office(about).map(Office::zone).orElse(JAKARTA);
        var payBy = hour(bill.payBy(), zone, text.words);
        text.subject(payBy);
        text.fact("code", String.valueOf(bill.billingCode()), true);
        text.fact("amount", text.words.money(bill.amount()), false);
        text.fact(
                "pay-by",
                payBy + ", " + text.words.day(bill.payBy().atZone(zone).toLocalDate()),
                false);
        text.about(about);
        return text.write(link("/tagihan/" + bill.id()));
    }

    private Optional<Outgoing> appointment(ApplicationId id) {
        var application = applications.summary(id).filter(about -> about.stage().equals("SCHEDULED"));
        return application.flatMap(about -> visit(about)
                .flatMap(visit -> offices.find(visit.office())
                        .flatMap(office ->
                                accounts.contact(about.account()).map(to -> appointment(about, visit, office, to)))));
    }

    private Outgoing appointment(Summary about, Appointment visit, Office office, Contact to) {
        var text = new Script("notification.appointment", to);
        var day = visit.startsAt().atZone(office.zone()).toLocalDate();
        text.subject(text.words.shortDay(day));
        text.fact("code", visit.code().toString(), true);
        text.fact("day", text.words.day(day), false);
        text.fact(
                "hour",
                text.words.hour(visit.startsAt(), office.zone()) + "–"
                        + hour(visit.endsAt(), office.zone(), text.words),
                false);
        text.fact("office", office.name(), false);
        if (!office.address().isBlank()) {
            text.fact("address", office.address(), false);
        }
        text.about(about);
        return text.write(link("/pass/" + about.id()));
    }

    private Optional<Outgoing> expired(ApplicationId id, String occasion) {
        var application = applications.summary(id).filter(about -> about.stage().equals("EXPIRED"));
        return application.flatMap(about -> accounts.contact(about.account()).map(to -> {
            var text = new Script(occasion, to);
            text.about(about);
            return text.write(link("/permohonan/" + about.id()));
        }));
    }

    private Optional<Appointment> visit(Summary about) {
        return Optional.ofNullable(about.appointment()).flatMap(bookings::find);
    }

    private Optional<Office> office(Summary about) {
        return visit(about).flatMap(visit -> offices.find(visit.office()));
    }

    private String link(String path) {
        return address + path;
    }

    /** 09.30 WIB */
    private static String hour(Instant at, ZoneId zone, Words words) {
        return words.hour(at, zone) + " " + words.zone(zone);
    }

    /** A letter being written: what is the same in all of them, by the texts of its occasion. */
    private static final class Script {

        private final String occasion;
        private final Contact to;
        private final Words words;
        private final List<Fact> facts = new ArrayList<>();
        private String subject;
        private String greeting;

        Script(String occasion, Contact to) {
            this.occasion = occasion;
            this.to = to;
            this.words = Words.in(to.language());
            this.subject = words.text(occasion + ".subject");
            this.greeting = words.text("notification.greeting");
        }

        void subject(String when) {
            subject = words.text(occasion + ".subject", when);
        }

        void fact(String name, String value, boolean standsOut) {
            facts.add(new Fact(words.text(occasion + "." + name), value, standsOut));
        }

        /** An applicant's letter calls its reader by name, and says whose passport it is about. */
        void about(Summary application) {
            greeting = words.text("notification.greeting.name", to.name());
            facts.add(new Fact(words.text("notification.applicant"), application.applicantName(), false));
            facts.add(new Fact(words.text("notification.service"), words.text(application.service()), false));
        }

        Outgoing write(String address) {
            var letter = new Letter(
                    subject,
                    greeting,
                    List.of(words.text(occasion + ".opening")),
                    List.copyOf(facts),
                    List.of(words.text(occasion + ".closing").split("\n")),
                    new Link(words.text(occasion + ".link"), address));
            return new Outgoing(to, words, letter, List.of());
        }
    }
}
