package titian.waitinglist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an account waits for, or waited for. */
@Component
class OwnWishes implements KeepsPersonalData {

    private final Wishes wishes;

    OwnWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public String subject() {
        return "waiting_list";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return wishes.of(account, Instant.EPOCH).stream()
                .map(wish -> Map.<String, Object>of(
                        "joined_at", wish.joinedAt().toString(),
                        "people", wish.people(),
                        "state", wish.state().name()))
                .toList();
    }
}
