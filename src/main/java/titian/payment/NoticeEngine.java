package titian.payment;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.payment.NoticeDesk.Reception;
import titian.platform.GroupCommit;

/** Keeps the biller's notices by group commit (docs/adr/0106): those that wait while some are kept are kept together. */
@Component
class NoticeEngine extends GroupCommit<Notice, Reception> {

    private final NoticeDesk desk;

    NoticeEngine(NoticeDesk desk) {
        super("notice");
        this.desk = desk;
    }

    /** Too many notices wait, or the bill is held: sent again, this one is kept once all the same. */
    static final class Busy extends RuntimeException {

        private final Duration comeAgainIn;

        Busy(Duration comeAgainIn) {
            super("busy", null, false, false);
            this.comeAgainIn = comeAgainIn;
        }

        Duration comeAgainIn() {
            return comeAgainIn;
        }
    }

    @Override
    protected List<Reception> decideTogether(List<Notice> notices) {
        return desk.receive(notices);
    }

    @Override
    protected RuntimeException busy(Duration comeAgainIn) {
        return new Busy(comeAgainIn);
    }

    @Override
    protected List<Notice> heldUp(List<Notice> notices) {
        return desk.heldUp(notices);
    }
}
