package titian.officer;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.account.Post;
import titian.account.PostDesk;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an officer was appointed to, by which invitations, and what is kept to tell that it is them. */
@Component
class OwnService implements KeepsPersonalData, ForgetsPeople {

    private final PostDesk posts;
    private final Invitations invitations;
    private final ProofDesk proofs;

    OwnService(PostDesk posts, Invitations invitations, ProofDesk proofs) {
        this.posts = posts;
        this.invitations = invitations;
        this.proofs = proofs;
    }

    @Override
    public String subject() {
        return "officer";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        var told = new ArrayList<Map<String, Object>>();
        posts.find(account).ifPresent(post -> told.add(told(post)));
        invitations
                .used(account)
                .forEach(one -> told.add(Map.of(
                        "invited_as",
                        one.name(),
                        "email",
                        one.email(),
                        "place",
                        one.place().value())));
        return told;
    }

    /** Officers are not forgotten while they serve; what they did stays with the audit. */
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.swept(
                        "invitations",
                        Period.ofYears(2),
                        Kept.Basis.ACCOUNTABILITY,
                        new Kept.Rows("officer.invitation", "expires_at < :before")),
                Kept.swept(
                        "proof-attempts",
                        Period.ofDays(1),
                        Kept.Basis.SECURITY,
                        new Kept.Rows("officer.attempt", "opened_at < :before")),
                Kept.passing("proofs", Kept.Basis.SECURITY, "officer.authenticator", "officer.recovery_code"));
    }

    private Map<String, Object> told(Post post) {
        var told = new LinkedHashMap<String, Object>();
        told.put("place", post.place().value());
        told.put("roles", post.roles().stream().map(Enum::name).sorted().toList());
        told.put("last_day", String.valueOf(post.lastDay()));
        told.put(
                "leaves",
                post.leaves().stream()
                        .map(leave -> leave.firstDay() + " " + leave.lastDay())
                        .toList());
        told.put("has_authenticator", proofs.isSetUp(post.officer()));
        return told;
    }
}
