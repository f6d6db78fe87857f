package titian.casework;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import titian.web.Notice;

/** Says in words why something could not be done with a file, on the page that shows how it stands now. */
@Component
class Refusals {

    private final Names names;

    Refusals(Names names) {
        this.names = names;
    }

    /** Tries something that leads to a page; what is refused is told on that one. */
    String told(RedirectAttributes next, String there, Supplier<String> attempt) {
        try {
            return attempt.get();
        } catch (CaseRefused refused) {
            return told(next, there, refused);
        }
    }

    String told(RedirectAttributes next, String there, CaseRefused refused) {
        next.addFlashAttribute("notice", notice(refused));
        return there;
    }

    private Notice notice(CaseRefused refused) {
        return switch (refused) {
            case CaseRefused.NoSuchFile _ -> throw FileController.missing();
            case CaseRefused.HeldByColleague held ->
                Notice.warning("casework.notice.held", names.officer(held.colleague()));
            case CaseRefused.StepNotOpen _ -> Notice.warning("casework.notice.moved");
            case CaseRefused.PaperChanged _ -> Notice.warning("casework.notice.changed");
            case CaseRefused.NoReason _ -> Notice.warning("casework.problem.alasan");
            case CaseRefused.NotAllJudged _ -> Notice.warning("casework.notice.not-all");
            case CaseRefused.VerdictsSayOtherwise _ -> Notice.warning("casework.notice.otherwise");
            case CaseRefused.DayOutOfReach _ -> Notice.warning("casework.notice.day");
            case CaseRefused.StillBad _ -> Notice.warning("casework.notice.still-bad");
            case CaseRefused.NotASecondPerson _ -> Notice.warning("casework.notice.second");
            case CaseRefused.NoGrounds _ -> Notice.warning("casework.notice.grounds");
        };
    }
}
