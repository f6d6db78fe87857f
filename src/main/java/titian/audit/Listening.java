package titian.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import titian.shared.Act;
import titian.shared.SignedIn;

/** Hears what is done in the house, and of officers coming and going, and writes it down. */
@Component
class Listening {

    private final AuditDesk desk;

    Listening(AuditDesk desk) {
        this.desk = desk;
    }

    @EventListener
    void on(Act act) {
        desk.write(act, who(SecurityContextHolder.getContext().getAuthentication()));
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent came) {
        note("SIGNED_IN", who(came.getAuthentication()));
    }

    @EventListener
    void on(LogoutSuccessEvent went) {
        note("SIGNED_OUT", who(went.getAuthentication()));
    }

    private void note(String what, @Nullable SignedIn who) {
        if (who != null && who.isOfficer() && !who.isUnproven()) {
            desk.write(Act.of(what, "account", who.account()), who);
        }
    }

    private static @Nullable SignedIn who(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? who : null;
    }
}
