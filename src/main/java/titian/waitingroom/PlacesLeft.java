package titian.waitingroom;

import java.time.LocalDate;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** Knows whether a release has anything left to wait for. Whoever keeps the places answers. */
public interface PlacesLeft {

    /** Whether there were places on these days and every one of them is taken. */
    boolean areGone(OfficeId office, ServiceLane lane, LocalDate first, LocalDate last);
}
