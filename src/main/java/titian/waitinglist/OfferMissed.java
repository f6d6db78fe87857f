package titian.waitinglist;

import titian.booking.OfferId;

/** The deadline of an offer has passed without an answer. */
public record OfferMissed(OfferId offer) {}
