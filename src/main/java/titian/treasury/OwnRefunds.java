package titian.treasury;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an account asked back, and where it should go. */
@Component
class OwnRefunds implements KeepsPersonalData {

    private final Refunds refunds;

    OwnRefunds(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String subject() {
        return "refunds";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return refunds.of(account).stream().map(OwnRefunds::told).toList();
    }

    private static Map<String, Object> told(Refund refund) {
        var told = new LinkedHashMap<String, Object>();
        told.put("application", refund.application().toString());
        told.put("amount", refund.amount().amount());
        told.put("currency", refund.amount().currency().getCurrencyCode());
        told.put("ground", refund.ground().name());
        told.put("said", refund.said());
        told.put("bank", refund.destination().bank());
        told.put("account_number", refund.destination().number());
        told.put("account_holder", refund.destination().holder());
        told.put("asked_at", refund.askedAt().toString());
        told.put("state", refund.state().word());
        return told;
    }
}
