package titian.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import titian.account.Code;
import titian.account.Contact;
import titian.application.ApplicationDesk.Summary;
import titian.booking.Appointment;
import titian.booking.ChangeRule;
import titian.capacity.Relocation;
import titian.notification.Letter.Fact;
import titian.notification.Letter.Link;
import titian.notification.Letter.Outgoing;
import titian.office.Office;
import titian.payment.Bill;
import titian.slot.Slot;
import titian.waitinglist.Offer;
import titian.waitinglist.Wish;
import titian.waitingroom.Release;
import titian.web.Words;

/** What we write to people, in the language of the reader. No letter holds a NIK. */
final class Wording {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final String address;

    /** @param address where people reach us, for the links */
    Wording(String address) {
        this.address = address;
    }

    /** Says no name: whoever registered an address may have made one up to have us send it. */
    Outgoing code(Contact to, Code code) {
        var text = new Script("notification.code", to);
        text.fact("digits", code.digits(), true);
        text.fact("until", hour(code.expiresAt(), JAKARTA, text.words), false);
        return text.write("/daftar/kode");
    }

    Outgoing alreadyRegistered(Contact to, boolean byPhone) {
        var occasion = byPhone ? "notification.already-registered-phone" : "notification.already-registered";
        return new Script(occasion, to).write("/masuk");
    }

    Outgoing forgottenPassword(Contact to, Code code) {
        return digits(to, "notification.forgotten-password", code, "/masuk/lupa/kode");
    }

    Outgoing signInCode(Contact to, Code code) {
        return digits(to, "notification.sign-in-code", code, "/masuk/kode/angka");
    }

    private Outgoing digits(Contact to, String occasion, Code code, String path) {
        var text = new Script(occasion, to);
        text.fact("digits", code.digits(), true);
        text.fact("until", hour(code.expiresAt(), JAKARTA, text.words), false);
        return text.write(path);
    }

    /** What says the same to everybody. */
    Outgoing told(Contact to, String occasion, String path) {
        return new Script(occasion, to).write(path);
    }

    /** The time to pay by is told as it is at the office, or in Jakarta as long as none is chosen. */
    Outgoing bill(Contact to, Summary about, Bill bill, Optional<Office> office) {
        var text = new Script("notification.bill", to);
        var zone = office.map(Office::zone).orElse(JAKARTA);
        var payBy = hour(bill.payBy(), zone, text.words);
        text.subject(payBy);
        text.fact("code", String.valueOf(bill.billingCode()), true);
        text.fact("amount", text.words.money(bill.amount()), false);
        if (text.words.areIndonesian()) {
            text.fact("kind", bill.description(), false);
        }
        text.fact(
                "pay-by",
                payBy + ", " + text.words.day(bill.payBy().atZone(zone).toLocalDate()),
                false);
        text.about(about);
        return text.write("/tagihan/" + about.id());
    }

    Outgoing appointment(Contact to, Summary about, Appointment visit, Office office) {
        var occasion = switch (about.intake()) {
            case FORM -> "notification.appointment";
            case COUNTER -> "notification.visit";
        };
        var text = new Script(occasion, to);
        text.visit(visit, office);
        text.about(about);
        return text.write("/pass/" + about.id());
    }

    Outgoing moved(Contact to, Summary about, Appointment visit, Office office, ChangeRule rule) {
        var text = new Script("notification.moved", to);
        text.visit(visit, office);
        text.fact("left", text.words.number(rule.movesLeft()), false);
        text.about(about);
        return text.write("/pass/" + about.id());
    }

    /** Leads to where the time can still be changed, as long as it can. */
    Outgoing reminder(Contact to, Summary about, Appointment visit, Office office, ChangeRule rule) {
        var text = new Script(rule.inTime() ? "notification.reminder" : "notification.last-reminder", to);
        text.visit(visit, office);
        if (rule.inTime()) {
            text.fact(
                    "until",
                    text.words.day(rule.lastDay(office.zone())) + ", " + text.words.zone(office.zone()),
                    false);
        }
        text.about(about);
        return text.write("/permohonan/" + about.id());
    }

    Outgoing cancelled(Contact to, Summary about, Appointment visit, Office office) {
        var text = new Script(about.bill() == null ? "notification.cancelled" : "notification.cancelled-paid", to);
        text.visit(visit, office);
        text.about(about);
        return text.write("/permohonan/" + about.id());
    }

    Outgoing expired(Contact to, Summary about) {
        var text = new Script("notification.expired", to);
        text.about(about);
        return text.write("/permohonan/" + about.id());
    }

    Outgoing release(Contact to, Release release, Office office) {
        var text = new Script("notification.release", to);
        var opens = hour(release.opensAt(), office.zone(), text.words);
        text.subject(text.words.shortDay(release.opensAt().atZone(office.zone()).toLocalDate()) + ", " + opens);
        text.fact("room", hour(release.roomOpensAt(), office.zone(), text.words), true);
        text.fact(
                "opens",
                opens + ", "
                        + text.words.day(release.opensAt().atZone(office.zone()).toLocalDate()),
                false);
        text.fact("days", text.words.date(release.firstDay()) + " – " + text.words.date(release.lastDay()), false);
        text.fact("office", office.name(), false);
        return text.write(release.address());
    }

    /** Until when the new time is kept is told as it is at the office. */
    Outgoing moveProposed(Contact to, Relocation relocation, Optional<Slot> proposed, Office office) {
        var text = new Script("notification.move", to);
        text.subject(
                text.words.shortDay(relocation.startsAt().atZone(office.zone()).toLocalDate()));
        text.moment("old", relocation.startsAt(), office, false);
        proposed.ifPresent(slot -> text.moment("new", slot.startsAt(), office, true));
        if (relocation.keptUntil() != null) {
            text.moment("until", relocation.keptUntil(), office, false);
        }
        text.fact("office", office.name(), false);
        return text.write("/pindah/" + relocation.id());
    }

    Outgoing moveNotNeeded(Contact to, Relocation relocation, Optional<Slot> proposed, Office office) {
        var text = new Script("notification.stays", to);
        text.subject(
                text.words.shortDay(relocation.startsAt().atZone(office.zone()).toLocalDate()));
        text.moment("old", relocation.startsAt(), office, true);
        text.fact("office", office.name(), false);
        return text.write("/pindah/" + relocation.id());
    }

    /** The time to answer by is told as it is at the office. */
    Outgoing offer(Contact to, String occasion, Offer offer, Office office, String names) {
        var text = new Script(occasion, to);
        var day = offer.startsAt().atZone(office.zone()).toLocalDate();
        var until = hour(offer.deadline(), office.zone(), text.words) + ", "
                + text.words.day(offer.deadline().atZone(office.zone()).toLocalDate());
        text.subject(text.words.shortDay(day));
        text.fact("until", until, true);
        text.fact("day", text.words.day(day), false);
        text.fact(
                "hour",
                text.words.hour(offer.startsAt(), office.zone()) + "–"
                        + hour(offer.endsAt(), office.zone(), text.words),
                false);
        text.fact("office", office.name(), false);
        text.people(to, names);
        return text.write("/daftar-tunggu/" + offer.wish());
    }

    Outgoing waiting(Contact to, String occasion, Wish wish, String names) {
        var text = new Script(occasion, to);
        text.people(to, names);
        return text.write("/daftar-tunggu/" + wish.id());
    }

    /** What is to be known by name, under the texts of its occasion. */
    record Said(String name, String value, boolean standsOut) {}

    Outgoing told(Contact to, String occasion, List<Said> facts, String path) {
        var text = new Script(occasion, to);
        facts.forEach(fact -> text.fact(fact.name(), fact.value(), fact.standsOut()));
        return text.write(path);
    }

    /** 09.30 WIB */
    static String hour(Instant at, ZoneId zone, Words words) {
        return words.hour(at, zone) + " " + words.zone(zone);
    }

    /** A letter being written: what is the same in all of them, by the texts of its occasion. */
    private final class Script {

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

        /** A day and an hour where the office is. */
        void moment(String name, Instant at, Office office, boolean standsOut) {
            fact(
                    name,
                    words.shortDay(at.atZone(office.zone()).toLocalDate()) + ", " + hour(at, office.zone(), words),
                    standsOut);
        }

        /** The code, and when and where to come. */
        void visit(Appointment visit, Office office) {
            var day = visit.startsAt().atZone(office.zone()).toLocalDate();
            subject(words.shortDay(day));
            fact("code", visit.code().toString(), true);
            fact("day", words.day(day), false);
            fact(
                    "hour",
                    words.hour(visit.startsAt(), office.zone()) + "–" + hour(visit.endsAt(), office.zone(), words),
                    false);
            fact("office", office.name(), false);
            if (!office.address().isBlank()) {
                fact("address", office.address(), false);
            }
        }

        /** An applicant's letter calls its reader by name, and says whose passport it is about. */
        void about(Summary application) {
            greeting = words.text("notification.greeting.name", to.name());
            facts.add(new Fact(words.text("notification.applicant"), application.applicantName(), false));
            facts.add(new Fact(words.text("notification.service"), words.text(application.service()), false));
        }

        /** Of those who wait together. */
        void people(Contact reader, String names) {
            greeting = words.text("notification.greeting.name", reader.name());
            facts.add(new Fact(words.text("notification.applicant"), names, false));
        }

        Outgoing write(String path) {
            var letter = new Letter(
                    subject,
                    greeting,
                    List.of(words.text(occasion + ".opening")),
                    List.copyOf(facts),
                    List.of(words.text(occasion + ".closing").split("\n")),
                    new Link(words.text(occasion + ".link"), address + path));
            return new Outgoing(to, words, letter, List.of());
        }
    }
}
