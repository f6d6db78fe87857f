package titian.slot;

import java.time.LocalDate;

/** A day of an office's calendar: how many places are left, and why it offers none. */
public record Day(LocalDate date, Openness openness, int free) {

    private static final int FEW = 5;

    /** So few places are left that whoever wants one should hurry. */
    public boolean isNearlyFull() {
        return openness == Openness.OPEN && free < FEW;
    }

    /** Why a day offers places or not. */
    public enum Openness {
        OPEN,
        FULL,
        CLOSED,
        HOLIDAY,
        NOT_YET_OPEN,
        PAST
    }
}
