package titian.account;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.AccountId;

/** The door for those who let people in: whose account it is, and which password, hashed, opens it. */
@Service
public class HolderDesk {

    private final Accounts accounts;
    private final Reaches reaches;
    private final AddedWays added;

    HolderDesk(Accounts accounts, Reaches reaches, AddedWays added) {
        this.accounts = accounts;
        this.reaches = reaches;
        this.added = added;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId account) {
        return accounts.find(account);
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(EmailAddress email) {
        return accounts.find(email);
    }

    /** Whose account this phone opens. */
    @Transactional(readOnly = true)
    public Optional<Account> find(Phone phone) {
        return reaches.opened(phone).flatMap(accounts::find);
    }

    /** Whether the account still has the password it had when it was found. */
    @Transactional(readOnly = true)
    public boolean hasPassword(Account account) {
        return accounts.find(account.id())
                .filter(now -> now.password().equals(account.password()))
                .isPresent();
    }

    /** Gives the account this password, whatever it had, and puts away what an applicant's was opened by beside it. */
    @Transactional
    public void renewPassword(AccountId account, String hash) {
        accounts.renewPassword(account, hash);
        added.putAway(account);
    }

    /** Gives the account another password in place of the one it had when it was found; not if it has another by now. */
    @Transactional
    public boolean replacePassword(Account account, String hash) {
        return accounts.replacePassword(account.id(), account.password(), hash);
    }
}
