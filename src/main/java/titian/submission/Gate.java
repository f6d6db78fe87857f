package titian.submission;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.form.Detour;
import titian.form.Forms.Opened;
import titian.form.Section;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.waitingroom.Passage;
import titian.waitingroom.WaitingRoomDesk;

/**
 * Keeps everybody from booking around a waiting room: while one is open at an office, whoever has not been let in is led
 * there, and back to the page they wanted once it is their turn.
 */
@Component
class Gate {

    private final WaitingRoomDesk rooms;

    Gate(WaitingRoomDesk rooms) {
        this.rooms = rooms;
    }

    /** @param admission the person's leave to book, as their cookie says */
    void pass(Opened opened, OfficeId office, Section page, @Nullable String admission) {
        pass(opened, office, opened.address(page.path()), admission);
    }

    void pass(Opened opened, OfficeId office, String page, @Nullable String admission) {
        var account = opened.application().account();
        switch (rooms.mayBook(account, office, ServiceLane.PASSPORT, admission)) {
            case Passage.NotNeeded _, Passage.Admitted _ -> {}
            case Passage.Wait wait -> throw new Detour(wait.andComeBackTo(page));
        }
    }
}
