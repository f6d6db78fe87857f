package titian.retention;

import titian.shared.AccountId;

/** Somebody asked to be forgotten, and has a week to change their mind. */
public record ErasureAsked(AccountId account) {}
