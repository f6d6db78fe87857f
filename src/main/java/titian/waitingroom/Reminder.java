package titian.waitingroom;

import java.util.UUID;
import titian.shared.AccountId;

/** Somebody's wish to be told before the waiting room of a release opens. */
public record Reminder(UUID id, AccountId account, ReleaseId release) {}
