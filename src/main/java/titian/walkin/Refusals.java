package titian.walkin;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import titian.application.ApplicationRefused;
import titian.booking.Appointment;
import titian.booking.BookingRefused;
import titian.office.Office;
import titian.web.Problems;
import titian.web.Words;

/** Says to an officer why somebody gets no place. What is booked at another office is not told in detail. */
@Component
class Refusals {

    Problems of(BookingRefused refused, Office here, Words words) {
        return switch (refused) {
            case BookingRefused.AlreadyBooked booked -> Problems.of("", alreadyBooked(booked.existing(), here, words));
            case BookingRefused.TooSoon soon ->
                Problems.of("", words.text("walkin.refused.too-soon", day(soon.next(), here.zone(), words)));
            case BookingRefused.Busy busy ->
                Problems.of(
                        "",
                        words.text(
                                "walkin.refused.busy",
                                Math.max(1, busy.retryAfter().toSeconds())));
            case BookingRefused.KeyReused _ -> Problems.of("", words.text("walkin.refused.page-used"));
            case BookingRefused.SlotFull _,
                    BookingRefused.NotOpenYet _,
                    BookingRefused.TooLate _,
                    BookingRefused.GroupTooLarge _,
                    BookingRefused.OfferGone _,
                    BookingRefused.MovedOften _,
                    BookingRefused.NoPlaceFound _,
                    BookingRefused.AtTheDoor _ -> Problems.of("slot", words.text("walkin.refused.gone"));
        };
    }

    /** Somebody of a partner is not told what a person has already, nor where. */
    Problems ofPartner(BookingRefused refused, Office here, Words words) {
        return switch (refused) {
            case BookingRefused.AlreadyBooked _, BookingRefused.TooSoon _ -> notNow(words);
            case BookingRefused other -> of(other, here, words);
        };
    }

    Problems notNow(Words words) {
        return Problems.of("", words.text("walkin.PARTNER.not-now"));
    }

    private static String alreadyBooked(Appointment existing, Office here, Words words) {
        if (!existing.office().equals(here.id())) {
            return words.text("walkin.refused.booked-elsewhere");
        }
        return words.text(
                "walkin.refused.booked-here",
                day(existing.startsAt(), here.zone(), words),
                words.hour(existing.startsAt(), here.zone()));
    }

    Problems of(ApplicationRefused refused, Words words) {
        return switch (refused) {
            case ApplicationRefused.AlreadyLive _, ApplicationRefused.TooMany _ ->
                Problems.of("", words.text("walkin.refused.under-way"));
            case ApplicationRefused.StepNotOpen _,
                    ApplicationRefused.Unfinished _,
                    ApplicationRefused.TimeGone _,
                    ApplicationRefused.PriceUnsettled _,
                    ApplicationRefused.PriceChanged _,
                    ApplicationRefused.KeptByOrder _ -> Problems.of("", words.text("walkin.refused.form-gone"));
        };
    }

    Problems of(WalkInRefused refused, Words words) {
        return switch (refused) {
            case WalkInRefused.PlaceGone _ -> Problems.of("slot", words.text("walkin.refused.gone"));
            case WalkInRefused.PageUsed _ -> Problems.of("", words.text("walkin.refused.page-used"));
            case WalkInRefused.NumberUnusable _ -> Problems.of("nik", words.text("walkin.refused.unusable"));
            case WalkInRefused.LookedUpTooOften _ -> Problems.of("siapa", words.text("walkin.who.too-many"));
            case WalkInRefused.FormGone _ -> Problems.of("", words.text("walkin.refused.form-gone"));
            case WalkInRefused.NotOfTheGroup no -> Problems.of("group", words.text("walkin.group.not." + no.group()));
        };
    }

    private static String day(Instant at, ZoneId zone, Words words) {
        return words.day(at.atZone(zone).toLocalDate());
    }
}
