package titian.waitinglist;

import titian.booking.OfferId;

/** The deadline of an offer that nobody has answered is near. */
public record OfferEnding(OfferId offer) {}
