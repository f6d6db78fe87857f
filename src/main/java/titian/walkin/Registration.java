package titian.walkin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.PriorityGroup;
import titian.slot.SlotId;

/**
 * What an officer asks for somebody: a place in that window.
 *
 * @param key   the page's own name for it: sent again, it is answered again and carried out once
 * @param group why they go first; nobody does at customer service
 */
record Registration(UUID key, Station station, @Nullable PriorityGroup group, Comer comer, SlotId slot) {

    Registration {
        if ((station == Station.DOOR) != (group != null)) {
            throw new IllegalArgumentException("whoever goes first has a reason, and nobody else");
        }
    }
}
