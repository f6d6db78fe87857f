package titian.passkey;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What people call the devices that sign them in. */
@Component
class OwnPasskeys implements KeepsPersonalData {

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
}
