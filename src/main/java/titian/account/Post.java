package titian.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;

/**
 * What an officer was appointed to. It prints without giving them away.
 *
 * @param place   the office, or the region or centre above offices
 * @param lastDay the last day of the appointment; open if nobody said
 * @param endedAt when the appointment was ended
 * @param leaves  days away, those to come first
 */
public record Post(
        AccountId officer,
        String name,
        String email,
        OfficeId place,
        Set<Role> roles,
        @Nullable LocalDate lastDay,
        @Nullable Instant endedAt,
        List<Leave> leaves) {

    /** Whether an officer may act on a day, and if not, why. */
    public enum Standing {
        SERVING,
        AWAY,
        EXPIRED,
        ENDED
    }

    public Standing standing(LocalDate today) {
        if (endedAt != null) {
            return Standing.ENDED;
        }
        if (lastDay != null && lastDay.isBefore(today)) {
            return Standing.EXPIRED;
        }
        return leaves.stream().anyMatch(leave -> leave.covers(today)) ? Standing.AWAY : Standing.SERVING;
    }

    @Override
    public String toString() {
        return "post of account " + officer;
    }
}
