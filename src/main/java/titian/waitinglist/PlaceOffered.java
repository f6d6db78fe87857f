package titian.waitinglist;

import titian.booking.OfferId;

/** Places came back and are held for somebody who waits, until the offer's deadline. */
public record PlaceOffered(OfferId offer) {}
