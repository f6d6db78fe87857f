package titian.walkin;

import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.VisitorDesk;
import titian.application.VisitorDesk.Visitor;
import titian.booking.AppointmentId;
import titian.booking.BookingDesk;
import titian.booking.BookingRequest.Member;
import titian.form.FormDesk;
import titian.shared.AccountId;
import titian.shared.Nik;
import titian.submission.PlacedDesk;
import titian.submission.PlacedDesk.Placed;
import titian.web.Words;

/** Where the application of whoever got a place begins, or goes in if its form was filled in. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class BeginningDesk {

    private final DraftDesk drafts;
    private final VisitorDesk visitors;
    private final FormDesk forms;
    private final PlacedDesk placed;
    private final BookingDesk booking;

    BeginningDesk(DraftDesk drafts, VisitorDesk visitors, FormDesk forms, PlacedDesk placed, BookingDesk booking) {
        this.drafts = drafts;
        this.visitors = visitors;
        this.forms = forms;
        this.placed = placed;
        this.booking = booking;
    }

    /** Whose place it will be. */
    static AccountId account(Comer comer, WalkIn begun) {
        return switch (comer) {
            case Comer.WithForm known -> known.account();
            case Comer.Unknown _ -> begun.account();
        };
    }

    static Member member(Comer comer, WalkIn begun) {
        return switch (comer) {
            case Comer.WithForm known -> new Member(known.application(), known.nik());
            case Comer.Unknown unknown -> new Member(begun.application(), unknown.nik());
        };
    }

    /**
     * Says whether this person may begin another.
     *
     * @throws ApplicationRefused.AlreadyLive if not
     */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public void refuseIfLive(Comer comer, WalkIn begun) {
        switch (comer) {
            case Comer.WithForm known ->
                drafts.refuseIfAnotherIsLive(
                        drafts.find(known.application()).orElseThrow(WalkInRefused.FormGone::new), known.nik());
            case Comer.Unknown unknown -> visitors.refuseIfLive(unknown.nik(), begun.account());
        }
    }

    /** Whether this was settled for the same person. */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public boolean isSame(WalkIn settled, Nik nik) {
        return drafts.find(settled.application())
                .filter(application -> Objects.equals(application.nik(), nik))
                .isPresent();
    }

    /** Makes the place certain, and begins what it is for. */
    void begin(Comer comer, WalkIn begun, Registration asked, AppointmentId appointment) {
        switch (comer) {
            case Comer.WithForm known ->
                placed.handInThere(
                        known.account(), begun.office(), asked.slot(), new Placed(known.application(), appointment));
            case Comer.Unknown unknown -> beginAtCounter(unknown, begun, appointment);
        }
    }

    private void beginAtCounter(Comer.Unknown comer, WalkIn begun, AppointmentId appointment) {
        if (!booking.confirm(appointment)) {
            throw new WalkInRefused.PlaceGone();
        }
        visitors.begin(
                new Visitor(
                        begun.application(),
                        begun.account(),
                        comer.service(),
                        Words.INDONESIAN,
                        comer.name(),
                        comer.nik()),
                appointment);
        forms.identify(begun.application(), comer.name(), comer.nik(), comer.birthDate(), comer.said(), comer.saidAt());
    }
}
