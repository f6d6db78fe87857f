package titian.account;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.shared.AccountId;

/** All the ways in that people add to their accounts. */
@Component
class AddedWays {

    private final Accounts accounts;
    private final List<AddedWay> ways;

    AddedWays(Accounts accounts, List<AddedWay> ways) {
        this.accounts = accounts;
        this.ways = ways;
    }

    /**
     * Puts away an applicant's. An officer's stay: they open nothing without the password and are the second proof beside
     * it, which nobody may get rid of by digits.
     */
    void putAway(AccountId account) {
        accounts.find(account)
                .filter(found -> found.office() == null)
                .ifPresent(found -> ways.forEach(way -> way.putAway(found.id())));
    }
}
