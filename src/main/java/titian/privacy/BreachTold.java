package titian.privacy;

import java.util.UUID;
import titian.shared.AccountId;

/** A breach concerns somebody, who is to be told of it. */
public record BreachTold(UUID affected, AccountId account) {}
