package titian.office;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.OfficeId;

/** Where one asks which offices make a passport on the day of the visit (percepatan), and until which hour of that day. */
@Service
public class SameDayDesk {

    /** Whoever comes before it has the passport before the office closes, unless something else was decided. */
    private static final LocalTime UNTIL = LocalTime.of(11, 0);

    private final Atlas atlas;
    private final SameDays decisions;

    SameDayDesk(Atlas atlas, SameDays decisions) {
        this.atlas = atlas;
        this.decisions = decisions;
    }

    /** By when one must be there; empty if the office does not do it on that day. */
    public Optional<LocalTime> until(OfficeId office, LocalDate day) {
        return Optional.ofNullable(offering(day).get(office));
    }

    /** Whether it can be done for a visit that begins then, by the office's own clock. */
    public boolean isMadeFor(OfficeId office, ZonedDateTime begins) {
        return until(office, begins.toLocalDate())
                .filter(begins.toLocalTime()::isBefore)
                .isPresent();
    }

    /** Every office that does it on that day, and by when one must be there. */
    public Map<OfficeId, LocalTime> offering(LocalDate day) {
        var offering = new HashMap<OfficeId, LocalTime>();
        atlas.offices().stream()
                .map(Offices.Listed::office)
                .filter(office -> isMeantFor(office.type()))
                .forEach(office -> offering.put(office.id(), UNTIL));
        decisions.decided(day).forEach((office, until) -> {
            offering.remove(office);
            until.ifPresent(hour -> offering.put(office, hour));
        });
        return Map.copyOf(offering);
    }

    /** Sets until which hour an office does it, from a date on; without an hour it does not. */
    @Transactional
    public void decide(OfficeId office, LocalDate from, @Nullable LocalTime until) {
        decisions.decide(office, from, until);
    }

    /** Books are printed at offices, and at the units that were opened for haste; others send for them. */
    private static boolean isMeantFor(OfficeType type) {
        return switch (type) {
            case IMMIGRATION_OFFICE, EXPRESS_PASSPORT_UNIT, IMMIGRATION_LOUNGE -> true;
            case PASSPORT_SERVICE_UNIT, IMMIGRATION_WORK_UNIT, PUBLIC_SERVICE_MALL, MISSION -> false;
        };
    }
}
