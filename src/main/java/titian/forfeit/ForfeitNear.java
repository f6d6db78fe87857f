package titian.forfeit;

import titian.shared.ApplicationId;

/** Somebody is to be warned that they may soon lose a fee. Announced inside the transaction that notes the warning. */
public record ForfeitNear(ApplicationId application, Forfeit.Moment moment) {}
