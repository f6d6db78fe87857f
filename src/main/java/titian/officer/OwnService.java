package titian.officer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.account.Post;
import titian.account.PostDesk;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an officer was appointed to, by which invitations, and what is kept to tell that it is them. */
@Component
class OwnService implements KeepsPersonalData {

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
