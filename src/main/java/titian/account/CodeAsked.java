package titian.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.phone.Carrier;
import titian.shared.AccountId;

/** Someone wants to confirm their address: it must be sent the digits of this code. *
 * @param carrier what takes the news to a phone; none takes it to an address
 */
public record CodeAsked(
        AccountId account, UUID codeId, @Nullable Carrier carrier) {

    /** Goes by letter. */
    public CodeAsked(AccountId account, UUID codeId) {
        this(account, codeId, null);
    }
}
