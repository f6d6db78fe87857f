package titian.application;

import titian.application.Forms.Opened;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;

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
            case Submitted _ -> new NextStep("application.next.pay", "wallet", "/tagihan/" + id, true);
            case Expired _ when !opened.form().isOpen(FormStep.TIME) -> toFillIn(opened);
            case Expired expired ->
                new NextStep(
                        expired.paidLate() ? "application.next.choose-again-paid" : "application.next.choose-again",
                        "calendar",
                        opened.address(Section.VISIT.path()),
                        true);
            case Cancelled cancelled
            when cancelled.isEditable() ->
                opened.form().isOpen(FormStep.TIME) ? toChooseAgain(opened) : toFillIn(opened);
            case Scheduled _ -> new NextStep("application.next.come", "calendar", "/pass/" + id, true);
            case CheckedIn _ -> new NextStep("application.next.wait", "clock", "/antrean/" + id, true);
            case InService _ -> new NextStep("application.next.served", "user", "/antrean/" + id, false);
            case Interviewed _ -> new NextStep("application.next.done", "check", opened.address(""), false);
            case Cancelled _ -> new NextStep("application.next.cancelled", "x", opened.address(""), false);
            case NoShow _ -> new NextStep("application.next.missed", "info", opened.address("terlewat"), false);
        };
    }

    private static NextStep toChooseAgain(Opened opened) {
        return new NextStep(
                "application.next.choose-again-paid", "calendar", opened.address(Section.VISIT.path()), true);
    }

    private static NextStep toFillIn(Opened opened) {
        var step = opened.form().now();
        return new NextStep(
                "application.next." + step,
                step.icon(),
                opened.address(opened.form().pathNow()),
                true);
    }
}
