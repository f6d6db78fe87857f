package titian.platform;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where somebody is signed in. */
@Component
class OwnSessions implements KeepsPersonalData, ForgetsPeople {

    private final Sessions sessions;

    OwnSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String subject() {
        return "sessions";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return sessions.of(account).stream()
                .map(one -> Map.<String, Object>of(
                        "device", one.device(), "last_seen", one.lastSeen().toString()))
                .toList();
    }

    /** A session ends two hours after it was last used, and its row with it. */
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.passing("sessions", Kept.Basis.SECURITY, "platform.session", "platform.session_attributes"));
    }

    @Override
    public void forget(AccountId account) {
        sessions.end(account);
    }
}
