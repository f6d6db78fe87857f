package titian.session;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Secret;
import titian.platform.Sessions;
import titian.shared.AccountId;
import titian.web.Device;
import titian.web.Words;

/** Where people see on which devices they are signed in, and end what is not theirs. */
@Service
public class SessionDesk {

    /** A session as its holder sees it, under a name that opens nothing. */
    public record Seat(String key, Device device, Instant lastSeen, boolean here) {

        /** What it is, in words. */
        public String named(Words words) {
            return words.text(
                    switch (device) {
                        case ANDROID -> "account.device.android";
                        case APPLE_MOBILE -> "account.device.apple-mobile";
                        case WINDOWS -> "account.device.windows";
                        case MAC -> "account.device.mac";
                        case LINUX -> "account.device.linux";
                        case OTHER -> "account.device.other";
                    });
        }

        /** When it was last used, in words. */
        public String seen(Words words) {
            return here
                    ? words.text("account.seats.here")
                    : words.text("account.seats.seen", Hours.at(lastSeen, words));
        }
    }

    private final Sessions sessions;
    private final Secret secret;

    SessionDesk(Sessions sessions, Secret secret) {
        this.sessions = sessions;
        this.secret = secret;
    }

    public List<Seat> seats(AccountId account, String current) {
        return sessions.of(account).stream()
                .map(open -> new Seat(
                        key(open.id()),
                        Device.named(open.device()),
                        open.lastSeen(),
                        open.id().equals(current)))
                .toList();
    }

    /** Ends one of the account's sessions. Ending it twice does nothing the second time. */
    @Transactional
    public void end(AccountId account, String key) {
        sessions.of(account).stream()
                .filter(open -> key(open.id()).equals(key))
                .forEach(open -> sessions.end(account, open.id()));
    }

    /** Ends all of the account's sessions but the one that asks. */
    @Transactional
    public void endOthers(AccountId account, String current) {
        sessions.endOthers(account, current);
    }

    private String key(String session) {
        return secret.digest("session", session);
    }
}
