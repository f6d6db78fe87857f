package titian.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an account was billed, and what it paid. */
@Component
class OwnBills implements KeepsPersonalData {

    private final Ledger ledger;

    OwnBills(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String subject() {
        return "bills";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> ledger.newest(application, account).stream())
                .map(OwnBills::told)
                .toList();
    }

    private static Map<String, Object> told(LedgerEntry entry) {
        var bill = entry.bill();
        var told = new LinkedHashMap<String, Object>();
        told.put("application", bill.application().toString());
        told.put("payer", entry.payer());
        told.put("for", bill.description());
        told.put("amount", bill.amount().amount());
        told.put("currency", bill.amount().currency().getCurrencyCode());
        told.put("state", bill.state().name());
        if (bill.billingCode() != null) {
            told.put("billing_code", bill.billingCode());
        }
        if (bill.payment() != null) {
            told.put("ntb", bill.payment().bankTransactionNumber());
            told.put("ntpn", bill.payment().stateReceiptNumber());
            told.put("paid_at", bill.payment().at().toString());
        }
        return told;
    }
}
