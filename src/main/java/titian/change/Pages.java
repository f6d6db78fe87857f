package titian.change;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import titian.office.SameDayDesk;
import titian.schedule.Timetable;
import titian.schedule.Timetable.At;
import titian.shared.Speed;
import titian.slot.Slot;
import titian.web.Problems;

/** The pages on which a visit is changed, with all they show. */
@Component
class Pages {

    private final Timetable timetable;
    private final SameDayDesk sameDays;

    Pages(Timetable timetable, SameDayDesk sameDays) {
        this.timetable = timetable;
        this.sameDays = sameDays;
    }

    /** What the applicant is about to agree to, under the name this request will have. */
    record Proposal(Slot to, String key) {}

    /** @param wanted a time that was chosen and could not be had: the nearest are offered first */
    ModelAndView calendar(Visit visit, At at, Optional<Slot> wanted, Problems problems) {
        return new ModelAndView("change/calendar", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("visit", visit)
                .addObject("times", timetable.open(visit.office(), at, wanted))
                .addObject("problems", problems);
    }

    /** @param again after how long to press once more, if too many others did */
    ModelAndView confirm(Visit visit, Proposal proposal, @Nullable Duration again) {
        return new ModelAndView("change/confirm", again == null ? HttpStatus.OK : HttpStatus.TOO_MANY_REQUESTS)
                .addObject("visit", visit)
                .addObject("proposal", proposal)
                .addObject("tooLate", isTooLate(visit, proposal.to()))
                .addObject("again", again == null ? null : again.toSeconds());
    }

    /** Whether the passport was promised for the day of the visit, and could not be made from that hour on. */
    private boolean isTooLate(Visit visit, Slot to) {
        var begins = to.startsAt().atZone(visit.office().zone());
        return visit.application().speed() == Speed.SAME_DAY
                && !sameDays.isMadeFor(visit.office().id(), begins);
    }

    ModelAndView done(Visit visit) {
        return new ModelAndView("change/done").addObject("visit", visit);
    }

    ModelAndView cancel(Visit visit) {
        return new ModelAndView("change/cancel").addObject("visit", visit);
    }

    ModelAndView closed(Visit visit, Closed why, HttpStatus status) {
        return new ModelAndView("change/closed", status)
                .addObject("visit", visit)
                .addObject("why", why);
    }

    static ModelAndView overview(Visit visit) {
        return redirect(visit.address(""));
    }

    static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
