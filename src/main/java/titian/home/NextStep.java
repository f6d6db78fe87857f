package titian.home;

import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.form.FormStep;
import titian.form.Forms.Opened;
import titian.form.Section;

/**
 * What the applicant does next with an application.
 *
 * @param text the key of its words
 * @param isAction whether there is something to do, and not only to look at
 */
record NextStep(String text, String icon, String href, boolean isAction) {

    static NextStep of(Opened opened) {
        var id = opened.id();
        return switch (opened.application().stage()) {
            case Draft _ -> toFillIn(opened);
            case Submitted _ -> new NextStep("home.next.pay", "wallet", "/tagihan/" + id, true);
            case Expired _ when !opened.form().isOpen(FormStep.TIME) -> toFillIn(opened);
            case Expired expired ->
                new NextStep(
                        expired.paidLate() ? "home.next.choose-again-paid" : "home.next.choose-again",
                        "calendar",
                        opened.address(Section.VISIT.path()),
                        true);
            case Cancelled cancelled
            when cancelled.isEditable() ->
                opened.form().isOpen(FormStep.TIME) ? toChooseAgain(opened) : toFillIn(opened);
            case Scheduled _ -> new NextStep("home.next.come", "calendar", "/pass/" + id, true);
            case CheckedIn _ -> new NextStep("home.next.wait", "clock", "/antrean/" + id, true);
            case InService _ -> new NextStep("home.next.served", "user", "/antrean/" + id, false);
            case Interviewed _ -> new NextStep("home.next.done", "check", opened.address(""), false);
            case Suspended _ -> new NextStep("home.next.suspended", "pause", opened.address(""), false);
            case Refused _ -> new NextStep("home.next.refused", "x", opened.address(""), false);
            case Cancelled _ -> new NextStep("home.next.cancelled", "x", opened.address(""), false);
            case NoShow _ -> new NextStep("home.next.missed", "info", opened.address("terlewat"), false);
        };
    }

    private static NextStep toChooseAgain(Opened opened) {
        return new NextStep("home.next.choose-again-paid", "calendar", opened.address(Section.VISIT.path()), true);
    }

    private static NextStep toFillIn(Opened opened) {
        var step = opened.form().now();
        return new NextStep(
                "home.next." + step, step.icon(), opened.address(opened.form().pathNow()), true);
    }
}
