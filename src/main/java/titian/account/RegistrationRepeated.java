package titian.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.phone.Carrier;
import titian.shared.AccountId;

/**
 * Someone registered an address that has an account. Only a letter to that address says so: the page must not tell a
 * stranger who has an account here.
 *
 * @param carrier what takes the news to a phone; none takes it to an address
 */
public record RegistrationRepeated(
        AccountId account, UUID codeId, @Nullable Carrier carrier) {}
