package titian.casework;

import titian.document.DocumentKind;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What the rules of checking do not allow. Sealed, so that whoever catches one answers every kind. */
abstract sealed class CaseRefused extends RuntimeException {

    private CaseRefused(String message) {
        super(message, null, false, false);
    }

    /** The office has no such file. */
    static final class NoSuchFile extends CaseRefused {
        NoSuchFile(ApplicationId application) {
            super("no file of application " + application + " here");
        }
    }

    /** The step cannot be taken from where the file stands: somebody was quicker, or the page had grown old. */
    static final class StepNotOpen extends CaseRefused {
        StepNotOpen(ApplicationId application, String standing, String step) {
            super("the file of application " + application + " is " + standing + " and cannot " + step);
        }
    }

    /** A colleague has the file in hand. */
    static final class HeldByColleague extends CaseRefused {
        private final transient AccountId colleague;

        HeldByColleague(ApplicationId application, AccountId colleague) {
            super("the file of application " + application + " is in the hand of " + colleague);
            this.colleague = colleague;
        }

        AccountId colleague() {
            return colleague;
        }
    }

    /** The paper is not the one that was looked at: it was replaced or removed meanwhile. */
    static final class PaperChanged extends CaseRefused {
        PaperChanged(ApplicationId application, DocumentKind kind) {
            super("the " + kind + " of application " + application + " is another by now");
        }
    }

    /** A paper that is not good needs a reason; a reason of one's own needs words. */
    static final class NoReason extends CaseRefused {
        NoReason(DocumentKind kind) {
            super("no reason was given why the " + kind + " is not good");
        }
    }

    /** Not every paper has been looked at. */
    static final class NotAllJudged extends CaseRefused {
        NotAllJudged(ApplicationId application) {
            super("not every paper of application " + application + " has been judged");
        }
    }

    /** A paper is not good, so the file is not ready; or all are, so there is nothing to send back. */
    static final class VerdictsSayOtherwise extends CaseRefused {
        VerdictsSayOtherwise(ApplicationId application) {
            super("what was found of the papers of application " + application + " says otherwise");
        }
    }

    /** The day to mend the papers by has gone, or is after the visit. */
    static final class DayOutOfReach extends CaseRefused {
        DayOutOfReach(ApplicationId application) {
            super("the papers of application " + application + " cannot be mended by that day");
        }
    }

    /** A paper that went back has not been replaced. */
    static final class StillBad extends CaseRefused {
        StillBad(ApplicationId application) {
            super("a paper of application " + application + " has not been replaced");
        }
    }

    /** Whoever proposed the refusal cannot decide it. */
    static final class NotASecondPerson extends CaseRefused {
        NotASecondPerson(ApplicationId application) {
            super("whoever would refuse application " + application + " is who proposed it");
        }
    }

    /** A refusal needs its ground and words. */
    static final class NoGrounds extends CaseRefused {
        NoGrounds(ApplicationId application) {
            super("no ground was given to refuse application " + application);
        }
    }
}
