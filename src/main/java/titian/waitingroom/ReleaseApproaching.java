package titian.waitingroom;

import java.util.UUID;
import titian.shared.AccountId;

/** The waiting room of a release opens soon, and this person had asked to be told. */
public record ReleaseApproaching(UUID reminder, AccountId account) {}
