package titian.capacity;

import java.util.UUID;
import titian.shared.AccountId;

/** People who were asked to move may stay after all. */
public record MoveNotNeeded(UUID relocation, AccountId account) {}
