package titian.home;

import java.util.List;
import titian.application.Stage.Submitted;
import titian.form.FormStep;
import titian.form.Forms.Opened;

/** One of the steps as the task list of an application shows it. */
record TaskLine(FormStep step, int number, State state, String href) {

    /** How a step stands. {@code KEPT}: answered, and waiting for an earlier step that is to be done again. */
    enum State {
        DONE,
        NOW,
        KEPT,
        LOCKED
    }

    boolean isLink() {
        return !href.isEmpty();
    }

    static List<TaskLine> of(Opened opened) {
        return opened.form().steps().stream().map(step -> of(opened, step)).toList();
    }

    private static TaskLine of(Opened opened, FormStep step) {
        return opened.application().stage().isEditable() ? toFillIn(opened, step) : handedIn(opened, step);
    }

    private static TaskLine toFillIn(Opened opened, FormStep step) {
        var form = opened.form();
        var number = form.number(step);
        if (step == FormStep.PAYMENT) {
            return new TaskLine(step, number, opened.application().isPaid() ? State.DONE : State.LOCKED, "");
        }
        if (!form.isOpen(step)) {
            return new TaskLine(step, number, form.isDone(step) ? State.KEPT : State.LOCKED, "");
        }
        var path = form.now() == step ? form.pathNow() : step.path();
        return new TaskLine(step, number, form.isDone(step) ? State.DONE : State.NOW, opened.address(path));
    }

    private static TaskLine handedIn(Opened opened, FormStep step) {
        return step == FormStep.PAYMENT && opened.application().stage() instanceof Submitted
                ? new TaskLine(step, opened.form().number(step), State.NOW, "/tagihan/" + opened.id())
                : new TaskLine(step, opened.form().number(step), State.DONE, "");
    }
}
