package titian.officer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import titian.account.Post;
import titian.account.PostDesk;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Words;

/** The officers somebody looks after. What is out of reach is not there: its address is like any that never was. */
@Component
class Staff {

    private final PostDesk posts;
    private final Places places;

    Staff(PostDesk posts, Places places) {
        this.posts = posts;
        this.places = places;
    }

    /** The place asked for, if it is within reach; the own, if none was named. */
    OfficeId place(SignedIn me, String asked, Words words) {
        if (asked.isEmpty()) {
            return Places.of(me);
        }
        return places.within(me, words).keySet().stream()
                .filter(place -> place.value().equals(asked))
                .findFirst()
                .orElseThrow(Staff::missing);
    }

    /** An officer this one may change: of a place within reach, with no role that is not, and somebody else. */
    Post find(SignedIn me, String id, Words words) {
        return account(id)
                .flatMap(officer -> posts.find(officer, places.within(me, words).keySet()))
                .filter(post -> mayChange(me, post))
                .orElseThrow(Staff::missing);
    }

    boolean mayChange(SignedIn me, Post post) {
        return !post.officer().equals(me.account())
                && post.endedAt() == null
                && places.reach(me, post.place()).containsAll(post.roles());
    }

    Set<OfficeId> within(Post post) {
        return Set.of(post.place());
    }

    /** The roles somebody may give there, each with its name. */
    Map<String, String> roles(SignedIn me, OfficeId place, Words words) {
        return places.reach(me, place).stream()
                .sorted()
                .collect(Collectors.toMap(Role::name, role -> name(role, words), (one, _) -> one, LinkedHashMap::new));
    }

    /** Of the names that were ticked, the roles that may be given. */
    Set<Role> chosen(SignedIn me, OfficeId place, List<String> names) {
        return places.reach(me, place).stream()
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String names(Set<Role> roles, Words words) {
        return Stream.of(Role.values())
                .filter(roles::contains)
                .map(role -> name(role, words))
                .collect(Collectors.joining(", "));
    }

    static String name(Role role, Words words) {
        return words.text("officer.role." + role.name());
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Optional<AccountId> account(String id) {
        try {
            return Optional.of(AccountId.of(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
