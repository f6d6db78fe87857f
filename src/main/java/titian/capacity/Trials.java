package titian.capacity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.office.OfficeRefused;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.slot.DisplacedPeople.Displaced;
import titian.web.Problems;
import titian.web.Words;

/** Tries a change and shows what it does, or saves what was shown. All forms of a plan go this way. */
@Component
class Trials {

    /** How it went: what to show before saving, what is wrong, or neither when it has been saved. */
    record Result(@Nullable Trial trial, Problems problems) {

        boolean isSaved() {
            return trial == null && !problems.any();
        }
    }

    private static final String STEP = "langkah";
    private static final String SAVE = "simpan";
    private static final String SEEN = "versi";

    private final PlanDesk desk;
    private final BookingDesk bookings;
    private final ApplicationDesk applications;

    Trials(PlanDesk desk, BookingDesk bookings, ApplicationDesk applications) {
        this.desk = desk;
        this.bookings = bookings;
        this.applications = applications;
    }

    /**
     * @param planner whose plan it is
     * @param sent    the form as it was sent; with {@code langkah=simpan} it is saved
     */
    Result take(
            OfficeId planner,
            PlanChange change,
            SignedIn me,
            String action,
            MultiValueMap<String, String> sent,
            Locale locale) {
        try {
            if (SAVE.equals(sent.getFirst(STEP))) {
                desk.save(planner, change, number(sent.getFirst(SEEN)), me.name());
                return new Result(null, Problems.NONE);
            }
            return new Result(trial(planner, change, action, sent), Problems.NONE);
        } catch (OfficeRefused.AboveCap refused) {
            return new Result(null, above(refused, Words.in(locale)));
        } catch (CapacityRefused.ChangedMeanwhile refused) {
            var said = Words.in(locale)
                    .text("capacity.problem.meanwhile", refused.now().changedBy());
            return new Result(trial(planner, change, action, sent), Problems.of("", said));
        }
    }

    private Trial trial(OfficeId planner, PlanChange change, String action, MultiValueMap<String, String> sent) {
        var seen = desk.version(planner).number();
        var effects = desk.whatIf(planner, change);
        var fields = new TreeMap<String, List<String>>(sent);
        fields.keySet().removeAll(List.of("_csrf", STEP, SEEN));
        return new Trial(
                action,
                Map.copyOf(fields),
                seen,
                effects,
                Trial.first(effects).stream().map(this::person).toList());
    }

    private Trial.Person person(Displaced displaced) {
        var name = bookings.together(displaced.party()).stream()
                .filter(one -> one.slot().equals(displaced.slot()))
                .findFirst()
                .flatMap(one -> applications.summary(one.application()))
                .map(ApplicationDesk.Summary::applicantName)
                .orElse("");
        return new Trial.Person(name, displaced.people(), displaced.startsAt());
    }

    private static Problems above(OfficeRefused.AboveCap refused, Words words) {
        return Problems.of(
                "loket",
                words.text(
                        "capacity.problem.cap",
                        words.number(refused.asked()),
                        words.number(refused.cap()),
                        words.date(refused.since())));
    }

    private static int number(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(-1);
    }
}
