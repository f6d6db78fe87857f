package titian.walkin;

import org.jspecify.annotations.Nullable;
import titian.queue.Officer;
import titian.shared.OfficeId;

/**
 * Who gives a place: an officer of the office, or somebody who acts for one of its partners.
 *
 * @param officer with the office whose place it is
 * @param partner whom they act for, if for one
 */
record Giver(Officer officer, @Nullable OfficeId partner) {

    OfficeId office() {
        return officer.office();
    }
}
