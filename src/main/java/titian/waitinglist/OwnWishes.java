package titian.waitinglist;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What an account waits for, or waited for. */
@Repository
class OwnWishes implements KeepsPersonalData, ForgetsPeople {

    private final Wishes wishes;
    private final JdbcClient db;

    OwnWishes(Wishes wishes, JdbcClient db) {
        this.wishes = wishes;
        this.db = db;
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

    @Override
    public List<Kept> kept() {
        var old = "wish IN (SELECT id FROM waitinglist.wish WHERE state = 'ENDED' AND state_at < :before)";
        return List.of(Kept.swept(
                "wishes",
                Period.ofYears(1),
                Kept.Basis.PASSPORT_SERVICE,
                new Kept.Rows("waitinglist.gathering", old),
                new Kept.Rows("waitinglist.offer", old),
                new Kept.Rows("waitinglist.wanted", old),
                new Kept.Rows("waitinglist.member", old),
                new Kept.Rows("waitinglist.wish", "state = 'ENDED' AND state_at < :before")));
    }

    /** A place that was offered is kept until its deadline all the same, and then goes on to others. */
    @Override
    public void forget(AccountId account) {
        for (var children : List.of(
                "DELETE FROM waitinglist.gathering WHERE wish IN (SELECT id FROM waitinglist.wish WHERE account = :account)",
                "DELETE FROM waitinglist.offer WHERE wish IN (SELECT id FROM waitinglist.wish WHERE account = :account)",
                "DELETE FROM waitinglist.wanted WHERE wish IN (SELECT id FROM waitinglist.wish WHERE account = :account)",
                "DELETE FROM waitinglist.member WHERE wish IN (SELECT id FROM waitinglist.wish WHERE account = :account)",
                "DELETE FROM waitinglist.wish WHERE account = :account")) {
            db.sql(children).param("account", account.value()).update();
        }
    }
}
