package titian.office;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an office serves: a row of data with a validity date, never a constant in code. How many people
 * it can serve is told by its {@link Template}.
 *
 * @param preset                whose standard rules these are, or come from
 * @param groupLimit            how many people one booking may hold
 * @param hold                  how long a place that is not confirmed is kept (120 minutes in M-Paspor)
 * @param reschedules           how often a person may move an appointment (once in M-Paspor)
 * @param rescheduleDaysBefore  the latest day for it, counted back from the appointment (H-1 in M-Paspor)
 * @param daysBetweenApplications how long after one application a person may make the next
 * @param minimumNotice         how long before its window a place may last be booked
 * @param horizon               how many days ahead people may book, where no release rule says so
 * @param release               when places are let go; absent where each day simply comes within the horizon
 */
public record Policy(
        Preset preset,
        Assignment assignment,
        PaymentTime payment,
        DocumentsTime documents,
        int groupLimit,
        Duration hold,
        int reschedules,
        int rescheduleDaysBefore,
        int daysBetweenApplications,
        Duration minimumNotice,
        int horizon,
        ReturnDelay returnDelay,
        @Nullable ReleaseRule release) {

    public Policy {
        if (groupLimit < 1 || groupLimit > 5) {
            throw new IllegalArgumentException("a booking is for one to five people");
        }
    }

    /** The last day whose places are known today: within the horizon, or opened by the next release. */
    public LocalDate lastDay(LocalDate today) {
        return release == null ? today.plusDays(horizon) : release.lastOf(release.next(today));
    }

    /** The same rules with another way of letting places go. */
    public Policy releasing(@Nullable ReleaseRule rule) {
        return new Policy(
                preset,
                assignment,
                payment,
                documents,
                groupLimit,
                hold,
                reschedules,
                rescheduleDaysBefore,
                daysBetweenApplications,
                minimumNotice,
                horizon,
                returnDelay,
                rule);
    }
}
