package titian.waitingroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import titian.office.ReleaseRule;

/** A release as an office's rules want it. */
record Decided(Instant opensAt, Instant roomOpensAt, LocalDate firstDay, LocalDate lastDay, int admissionsPerMinute) {

    static Decided by(ReleaseRule rule, LocalDate day, ZoneId zone) {
        var opensAt = rule.moment(day, zone);
        return new Decided(
                opensAt, opensAt.minus(rule.lead()), rule.firstOf(day), rule.lastOf(day), rule.admissionsPerMinute());
    }

    boolean isAnnouncedAs(Release announced) {
        return !announced.withdrawn()
                && announced.roomOpensAt().equals(roomOpensAt)
                && announced.firstDay().equals(firstDay)
                && announced.lastDay().equals(lastDay)
                && announced.admissionsPerMinute() == admissionsPerMinute;
    }
}
