package titian.contact;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** How an account came to be reached as it is, of the last thirty days. */
@Component
class OwnChanges implements KeepsPersonalData {

    private final Changes changes;

    OwnChanges(Changes changes) {
        this.changes = changes;
    }

    @Override
    public String subject() {
        return "contact_changes";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return changes.of(account).stream().map(OwnChanges::told).toList();
    }

    /** What was not shown to be the holder's may be somebody else's: it is not told. */
    private static Map<String, Object> told(Change change) {
        return Map.of(
                "what", change.field().name(),
                "state", change.state().name(),
                "asked_at", change.askedAt().toString(),
                "before", change.before() == null ? "" : change.before(),
                "after", change.state() == Change.State.DONE ? change.after() : "");
    }
}
