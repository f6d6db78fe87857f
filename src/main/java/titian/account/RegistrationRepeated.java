package titian.account;

import java.util.UUID;
import titian.shared.AccountId;

/**
 * Someone registered an address that has an account. Only a letter to that address says so: the page must not tell a
 * stranger who has an account here.
 */
public record RegistrationRepeated(AccountId account, UUID codeId) {}
