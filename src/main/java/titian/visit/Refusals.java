package titian.visit;

import org.springframework.stereotype.Component;
import titian.booking.Appointment;
import titian.booking.BookingRefused;
import titian.web.Words;

/** Says why booking refused: until when, and because of whom. What belongs to another account is not told in detail. */
@Component
class Refusals {

    private final Arranging arranging;

    Refusals(Arranging arranging) {
        this.arranging = arranging;
    }

    String text(BookingRefused refused, Visit visit, Words words) {
        var zone = arranging.office(visit.office()).zone();
        return switch (refused) {
            case BookingRefused.AlreadyBooked booked -> alreadyBooked(booked.existing(), visit, words);
            case BookingRefused.TooSoon soon ->
                words.text(
                        visit.guests().size() == 1 ? "visit.refused.too-soon" : "visit.refused.too-soon.group",
                        words.day(soon.next().atZone(zone).toLocalDate()),
                        words.hour(soon.next(), zone),
                        words.zone(zone));
            case BookingRefused.NotOpenYet notYet ->
                words.text(
                        "visit.refused.not-open-yet",
                        words.day(notYet.opensAt().atZone(zone).toLocalDate()),
                        words.hour(notYet.opensAt(), zone),
                        words.zone(zone));
            case BookingRefused.GroupTooLarge large -> words.text("visit.refused.group-too-large", large.limit());
            case BookingRefused.NoPlaceFound _ -> words.text("visit.refused.no-place");
            case BookingRefused.Busy busy ->
                words.text("visit.refused.busy", Math.max(1, busy.retryAfter().toSeconds()));
            case BookingRefused.TooLate _ -> words.text("visit.refused.too-late");
            case BookingRefused.SlotFull _,
                    BookingRefused.KeyReused _,
                    BookingRefused.OfferGone _,
                    BookingRefused.MovedOften _,
                    BookingRefused.AtTheDoor _ -> words.text("visit.refused.full");
        };
    }

    private String alreadyBooked(Appointment existing, Visit visit, Words words) {
        var who = visit.guests().stream()
                .filter(guest -> guest.nik().equals(existing.nik()))
                .map(Guest::name)
                .findFirst()
                .orElse("");
        if (!existing.account().equals(visit.account())) {
            return words.text("visit.refused.already-booked.elsewhere", who);
        }
        var office = arranging.office(existing.office());
        return words.text(
                "visit.refused.already-booked",
                who,
                words.day(existing.startsAt().atZone(office.zone()).toLocalDate()),
                words.hour(existing.startsAt(), office.zone()),
                office.name());
    }
}
