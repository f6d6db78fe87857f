package titian.visit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.booking.Appointment;
import titian.booking.BookingRefused;
import titian.booking.PersonMark;
import titian.seal.Seals;
import titian.web.Words;

/** Says why booking refused: until when, and because of whom. What belongs to another account is not told in detail. */
@Component
class Refusals {

    private final Arranging arranging;
    private final Seals seals;

    Refusals(Arranging arranging, Seals seals) {
        this.arranging = arranging;
        this.seals = seals;
    }

    /**
     * What an address says of why nothing was booked.
     *
     * @param alasan the reason's short name
     * @param mulai  from when on it would have been possible
     */
    record Told(@Nullable String alasan, @Nullable String mulai) {

        Optional<Instant> from() {
            try {
                return Optional.ofNullable(mulai).map(Instant::parse);
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
    }

    /** Puts it into words; nothing if it is no reason of ours. */
    @Nullable
    String text(Told told, Visit visit, Words words) {
        return switch (told.alasan()) {
            case null -> null;
            case "penuh" -> words.text("visit.refused.full");
            case "sudah-punya" -> words.text("visit.refused.already-booked.someone");
            case "terlalu-cepat" -> from(told, visit, tooSoon(visit), words);
            case "belum-dibuka" -> from(told, visit, "visit.refused.not-open-yet", words);
            case "terlambat" -> words.text("visit.refused.too-late");
            case "rombongan" -> words.text("visit.refused.group-too-large", limit(visit));
            case "lewat" -> words.text("visit.refused.hold-over");
            case "masih-berjalan" -> words.text("visit.live.someone");
            case "gagal" -> words.text("visit.refused.full");
            default -> null;
        };
    }

    private @Nullable String from(Told told, Visit visit, String key, Words words) {
        return told.from().map(moment -> from(moment, visit, key, words)).orElse(null);
    }

    private String from(Instant moment, Visit visit, String key, Words words) {
        var zone = arranging.office(visit.office()).zone();
        return words.text(
                key, words.day(moment.atZone(zone).toLocalDate()), words.hour(moment, zone), words.zone(zone));
    }

    private static String tooSoon(Visit visit) {
        return visit.guests().size() == 1 ? "visit.refused.too-soon" : "visit.refused.too-soon.group";
    }

    private int limit(Visit visit) {
        return arranging.policy(arranging.office(visit.office())).groupLimit();
    }

    String text(BookingRefused refused, Visit visit, Words words) {
        return switch (refused) {
            case BookingRefused.AlreadyBooked booked -> alreadyBooked(booked.existing(), visit, words);
            case BookingRefused.TooSoon soon -> from(soon.next(), visit, tooSoon(visit), words);
            case BookingRefused.NotOpenYet notYet -> from(notYet.opensAt(), visit, "visit.refused.not-open-yet", words);
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
                .filter(guest -> PersonMark.of(guest.nik(), seals).equals(existing.person()))
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
