package titian.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import titian.office.Office;
import titian.waitingroom.Release.Phase;
import titian.web.Page;

/**
 * A waiting room as one person sees it now.
 *
 * @param standing where they stand; absent for whoever has not signed in as an applicant
 * @param back     where they came from, to go on there once they are let in
 */
record Room(
        Release release,
        Office office,
        Instant now,
        @Nullable Standing standing,
        boolean reminded,
        String back) {

    private static final int SOON = 3;
    private static final int NEAR = 10;
    private static final int SELDOM = 60;

    Phase phase() {
        return release.phase(now);
    }

    ZoneId zone() {
        return office.zone();
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    boolean isApplicant() {
        return standing != null;
    }

    /** 14.25 WIB */
    String hour(Page page, Instant at) {
        return page.words().hour(at, zone()) + " " + page.words().zone(zone());
    }

    String address(String below) {
        return release.address() + below;
    }

    /** This page again, with the way back kept. */
    String again() {
        return withBack("");
    }

    /** The part of it that changes. */
    String part() {
        return withBack("/keadaan");
    }

    private String withBack(String below) {
        return address(below) + (back.isEmpty() ? "" : "?kembali=" + back);
    }

    /** Whole minutes until then, at least one: people plan by minutes. */
    long minutesUntil(Instant then) {
        return Math.max(1, Math.ceilDiv(Duration.between(now, then).toSeconds(), 60L));
    }

    /** In how many seconds it is worth to look again; never, if nothing will change. */
    int lookAgainAfter() {
        return switch (phase()) {
            case ANNOUNCED -> SELDOM;
            case GATHERING -> soonBefore(release.opensAt());
            case DRAWING -> SOON;
            case ADMITTING -> standing == null ? SELDOM : lookAgainAfter(standing);
            case CLOSED, WITHDRAWN -> 0;
        };
    }

    private int lookAgainAfter(Standing at) {
        return switch (at) {
            case Standing.InLot _, Standing.Arriving _ -> SOON;
            case Standing.InLine line -> soonBefore(line.turn());
            case Standing.Turn _, Standing.Inside _, Standing.Lapsed _, Standing.Outside _, Standing.Over _ -> SELDOM;
        };
    }

    /** Seldom while it is far off, often when it comes near: a million people look. */
    private int soonBefore(Instant then) {
        var seconds = Duration.between(now, then).toSeconds();
        return seconds > NEAR * 60 ? SELDOM : seconds > SELDOM ? NEAR : SOON;
    }
}
