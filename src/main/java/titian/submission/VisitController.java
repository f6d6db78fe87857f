package titian.submission;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import titian.booking.BookingDesk;
import titian.form.Answer.Place;
import titian.form.Answer.Visit;
import titian.form.FormDesk;
import titian.form.FormStep;
import titian.form.Forms;
import titian.form.Forms.Opened;
import titian.form.Pressed;
import titian.form.Questions;
import titian.form.Section;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.schedule.Timetable;
import titian.schedule.Timetable.At;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.ServiceLane;
import titian.shared.SignedIn;
import titian.slot.Slot;
import titian.waitingroom.WaitingRoomDesk;
import titian.web.Problems;
import titian.web.Words;

/** Step 7: day and hour. The place is taken when the form goes in; until then the choice is only noted. */
@Controller
class VisitController {

    private final Forms forms;
    private final Questions questions;
    private final FormDesk desk;
    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final Gate gate;
    private final Timetable timetable;

    VisitController(
            Forms forms,
            Questions questions,
            FormDesk desk,
            BookingDesk booking,
            OfficeDesk offices,
            Gate gate,
            Timetable timetable) {
        this.forms = forms;
        this.questions = questions.in("submission");
        this.desk = desk;
        this.booking = booking;
        this.offices = offices;
        this.gate = gate;
        this.timetable = timetable;
    }

    @GetMapping("/permohonan/{id}/jadwal")
    ModelAndView ask(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            Pressed pressed) {
        var opened = forms.openAt(id, me, FormStep.TIME);
        gate.pass(opened, office(opened).id(), Section.VISIT, admission);
        return page(opened, pressed, at, Problems.NONE);
    }

    @PostMapping("/permohonan/{id}/jadwal")
    ModelAndView save(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @CookieValue(name = WaitingRoomDesk.COOKIE, required = false) @Nullable String admission,
            At at,
            Pressed pressed,
            Locale locale) {
        var opened = forms.openAt(id, me, FormStep.TIME);
        var office = office(opened);
        gate.pass(opened, office.id(), Section.VISIT, admission);
        var slot = timetable.slot(at.slot()).filter(found -> isFor(found, office));
        if (slot.filter(timetable::canBeTaken).isEmpty()) {
            var key = slot.isEmpty() ? "form.visit.missing" : "form.visit.taken";
            return page(
                    opened, pressed, at, Problems.of("slot", Words.in(locale).text(key)));
        }
        desk.save(opened.id(), me.account(), new Visit(office.id(), slot.get().id()));
        return Questions.redirect(pressed.later() ? Questions.HOME : questions.next(opened, Section.VISIT, pressed));
    }

    /** Windows of other lanes, and those kept for people who are helped or go first, are not given out here. */
    private static boolean isFor(Slot slot, Office office) {
        return slot.office().equals(office.id())
                && slot.lane() == ServiceLane.PASSPORT
                && slot.channel() == Channel.PUBLIC;
    }

    private ModelAndView page(Opened opened, Pressed pressed, At at, Problems problems) {
        var office = office(opened);
        var noted = opened.form()
                .find(Visit.class)
                .filter(visit -> visit.office().equals(office.id()))
                .flatMap(visit -> booking.slot(visit.slot()));
        var times = timetable.open(office, at, noted);
        return questions.page(opened, Section.VISIT, pressed, times, problems);
    }

    private Office office(Opened opened) {
        return offices.find(opened.form().get(Place.class).office()).orElseThrow();
    }
}
