package titian.capacity;

import java.util.UUID;
import titian.shared.AccountId;

/** People were found a time instead of the one that goes, and are to be asked. */
public record MoveProposed(UUID relocation, AccountId account) {}
