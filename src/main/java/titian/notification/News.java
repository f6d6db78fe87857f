package titian.notification;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.account.CodeAsked;
import titian.account.RegistrationRepeated;
import titian.account.ServiceEnded;
import titian.application.ApplicationCancelled;
import titian.application.ApplicationExpired;
import titian.application.ApplicationPaidLate;
import titian.application.ApplicationPaidTwice;
import titian.application.ApplicationScheduled;
import titian.application.ApplicationTurnedDown;
import titian.capacity.MoveNotNeeded;
import titian.capacity.MoveProposed;
import titian.capacity.PeopleMoved;
import titian.casework.PapersReady;
import titian.casework.PapersReturned;
import titian.casework.PapersUnmended;
import titian.change.VisitApproaching;
import titian.change.VisitMoved;
import titian.contact.ContactNews;
import titian.document.DocumentWithheld;
import titian.entry.PasswordChanged;
import titian.external.ExternalLinked;
import titian.forfeit.ForfeitNear;
import titian.interview.ExaminationDecided;
import titian.officer.OfficerInvited;
import titian.officer.ProofReset;
import titian.passkey.PasskeyAdded;
import titian.payment.BillIssued;
import titian.payment.PaidTwice;
import titian.phone.Carrier;
import titian.platform.Tasks;
import titian.privacy.BreachTold;
import titian.privacy.CorrectionAnswered;
import titian.recovery.PasswordForgotten;
import titian.recovery.SignInCodeAsked;
import titian.retention.ErasureAsked;
import titian.shared.AccountId;
import titian.treasury.RefundMoved;
import titian.waitinglist.OfferEnding;
import titian.waitinglist.OfferMissed;
import titian.waitinglist.PlaceOffered;
import titian.waitinglist.WishEnded;
import titian.waitinglist.WishPaused;
import titian.waitingroom.ReleaseApproaching;

/** Hears the news inside the transaction that makes it, and writes down there that a letter must go out. */
@Component
class News {

    private final Letters letters;
    private final Tasks tasks;
    private final Clock clock;

    News(Letters letters, Tasks tasks, Clock clock) {
        this.letters = letters;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    void on(ErasureAsked asked) {
        write(LetterKind.ERASURE_ASKED, asked.account().value(), asked.account());
    }

    @EventListener
    void on(CorrectionAnswered answered) {
        write(LetterKind.CORRECTION_ANSWERED, answered.account().value(), answered.account());
    }

    @EventListener
    void on(BreachTold told) {
        write(LetterKind.DATA_BREACH, told.affected(), told.account());
    }

    @EventListener
    void on(CodeAsked asked) {
        write(LetterKind.CODE, asked.codeId(), asked.account(), asked.carrier());
    }

    @EventListener
    void on(RegistrationRepeated repeated) {
        write(LetterKind.ALREADY_REGISTERED, repeated.codeId(), repeated.account(), repeated.carrier());
    }

    @EventListener
    void on(PasswordForgotten forgotten) {
        write(LetterKind.FORGOTTEN_PASSWORD, forgotten.recovery(), null, forgotten.carrier());
    }

    @EventListener
    void on(PasswordChanged changed) {
        write(LetterKind.CHANGED_PASSWORD, changed.account().value(), changed.account());
    }

    @EventListener
    void on(PasskeyAdded added) {
        write(LetterKind.PASSKEY_ADDED, added.account().value(), added.account());
    }

    @EventListener
    void on(OfficerInvited invited) {
        write(LetterKind.OFFICER_INVITED, invited.invitation(), null);
    }

    @EventListener
    void on(ProofReset reset) {
        write(LetterKind.PROOF_RESET, reset.officer().value(), reset.officer());
    }

    @EventListener
    void on(ServiceEnded ended) {
        write(LetterKind.SERVICE_ENDED, ended.officer().value(), ended.officer());
    }

    @EventListener
    void on(ExternalLinked linked) {
        write(LetterKind.EXTERNAL_LINKED, linked.account().value(), linked.account());
    }

    @EventListener
    void on(SignInCodeAsked asked) {
        write(LetterKind.SIGN_IN_CODE, asked.recovery(), null, asked.carrier());
    }

    @EventListener
    void on(RefundMoved moved) {
        var kind = switch (moved.news()) {
            case ASKED -> LetterKind.REFUND_ASKED;
            case ORDERED -> LetterKind.REFUND_ORDERED;
            case TRANSFERRED -> LetterKind.REFUND_TRANSFERRED;
            case REFUSED -> LetterKind.REFUND_REFUSED;
        };
        write(kind, moved.refund(), moved.account());
    }

    @EventListener
    void on(BillIssued issued) {
        write(LetterKind.BILL, issued.bill(), null);
    }

    @EventListener
    void on(ApplicationScheduled scheduled) {
        write(LetterKind.APPOINTMENT, scheduled.application().value(), null);
    }

    /** Of the wrong kind the letter with the bill warns; what goes to a phone says nothing else. */
    @EventListener
    void on(ForfeitNear near) {
        switch (near.moment()) {
            case WRONG_KIND ->
                write(LetterKind.FEE_WRONG_KIND, near.application().value(), null, Carrier.SMS);
            case CHANGE_ENDS -> warn(LetterKind.FEE_CHANGE_ENDS, near);
            case REPAIR_ENDS -> warn(LetterKind.FEE_REPAIR_ENDS, near);
            case PICKUP_ENDS -> warn(LetterKind.FEE_PICKUP_ENDS, near);
        }
    }

    /** By letter, and to the phone of whoever has confirmed one. */
    private void warn(LetterKind kind, ForfeitNear near) {
        write(kind, near.application().value(), null);
        write(kind, near.application().value(), null, Carrier.SMS);
    }

    @EventListener
    void on(PaidTwice twice) {
        write(LetterKind.PAID_TWICE, twice.application().value(), null);
    }

    @EventListener
    void on(ApplicationPaidTwice twice) {
        write(LetterKind.PAID_TWICE, twice.application().value(), null);
    }

    @EventListener
    void on(ApplicationExpired expired) {
        write(LetterKind.EXPIRED, expired.application().value(), null);
    }

    @EventListener
    void on(ApplicationPaidLate late) {
        write(LetterKind.PAID_LATE, late.application().value(), null);
    }

    @EventListener
    void on(ApplicationCancelled cancelled) {
        write(LetterKind.CANCELLED, cancelled.application().value(), null);
    }

    @EventListener
    void on(VisitMoved moved) {
        write(LetterKind.MOVED, moved.application().value(), null);
    }

    @EventListener
    void on(VisitApproaching approaching) {
        write(LetterKind.REMINDER, approaching.application().value(), null);
    }

    @EventListener
    void on(ReleaseApproaching approaching) {
        write(LetterKind.RELEASE, approaching.reminder(), approaching.account());
    }

    @EventListener
    void on(MoveProposed proposed) {
        write(LetterKind.MOVE_PROPOSED, proposed.relocation(), proposed.account());
    }

    @EventListener
    void on(MoveNotNeeded stays) {
        write(LetterKind.MOVE_NOT_NEEDED, stays.relocation(), stays.account());
    }

    @EventListener
    void on(PeopleMoved moved) {
        moved.applications().forEach(application -> write(LetterKind.APPOINTMENT, application.value(), null));
    }

    @EventListener
    void on(PlaceOffered offered) {
        write(LetterKind.OFFER, offered.offer().value(), null);
    }

    @EventListener
    void on(OfferEnding ending) {
        write(LetterKind.OFFER_ENDING, ending.offer().value(), null);
    }

    @EventListener
    void on(OfferMissed missed) {
        write(LetterKind.OFFER_MISSED, missed.offer().value(), null);
    }

    @EventListener
    void on(WishPaused paused) {
        write(LetterKind.WAITING_PAUSED, paused.wish().value(), null);
    }

    @EventListener
    void on(WishEnded ended) {
        write(LetterKind.WAITING_ENDED, ended.wish().value(), null);
    }

    @EventListener
    void on(DocumentWithheld withheld) {
        write(LetterKind.DOCUMENT_WITHHELD, withheld.account().value(), withheld.account());
    }

    @EventListener
    void on(ContactNews news) {
        write(LetterKind.valueOf(ContactSecretary.KIND + news.occasion()), news.change(), null, news.carrier());
    }

    @EventListener
    void on(PapersReturned returned) {
        write(LetterKind.PAPERS_RETURNED, returned.application().value(), null);
    }

    @EventListener
    void on(PapersUnmended unmended) {
        write(LetterKind.PAPERS_UNMENDED, unmended.application().value(), null);
    }

    @EventListener
    void on(ApplicationTurnedDown down) {
        write(LetterKind.TURNED_DOWN, down.application().value(), null);
    }

    @EventListener
    void on(ExaminationDecided decided) {
        write(LetterKind.EXAMINATION_DECIDED, decided.application().value(), null);
    }

    @EventListener
    void on(PapersReady ready) {
        write(LetterKind.PAPERS_READY, ready.application().value(), null);
    }

    private void write(LetterKind kind, UUID subject, @Nullable AccountId account) {
        write(kind, subject, account, null);
    }

    private void write(LetterKind kind, UUID subject, @Nullable AccountId account, @Nullable Carrier carrier) {
        var id = UUID.randomUUID();
        letters.add(id, kind, subject, account, carrier, clock.instant());
        tasks.soon(Sending.LETTER, id.toString(), new Sending.Due(id));
    }
}
