package titian.passkey;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.account.AddedWay;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What people call the devices that sign them in. */
@Component
class OwnPasskeys implements KeepsPersonalData, ForgetsPeople, AddedWay {

    private final Passkeys passkeys;

    OwnPasskeys(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String subject() {
        return "passkeys";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return passkeys.of(account).stream()
                .map(one -> Map.<String, Object>of(
                        "label", one.label(), "made_at", one.made().toString()))
                .toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withAccount("passkeys", Kept.Basis.SECURITY, "passkey.passkey"));
    }

    @Override
    public void forget(AccountId account) {
        passkeys.forget(account);
    }

    @Override
    public void putAway(AccountId account) {
        passkeys.forget(account);
    }
}
