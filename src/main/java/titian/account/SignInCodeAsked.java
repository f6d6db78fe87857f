package titian.account;

import java.util.UUID;

/**
 * Someone wants to sign in by a code sent to an address. It is announced for every address, known or not, so that
 * nobody can tell them apart by the time it takes; only a known one gets a letter.
 */
public record SignInCodeAsked(UUID recovery) {}
