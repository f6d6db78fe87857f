package titian.entry;

import org.springframework.stereotype.Service;
import titian.account.AccountRefused;
import titian.account.HolderDesk;
import titian.account.Passwords;
import titian.shared.AccountId;

/** Where somebody signed in shows by the password that it is still them, before something grave. */
@Service
public class ProofDesk {

    private final HolderDesk holders;
    private final SignInDesk signIns;
    private final Passwords passwords;

    ProofDesk(HolderDesk holders, SignInDesk signIns, Passwords passwords) {
        this.holders = holders;
        this.signIns = signIns;
        this.passwords = passwords;
    }

    /**
     * Outside of any transaction: checking takes long on purpose. Tries count as those of signing in do.
     *
     * @param network where the form came from, an IP address
     * @throws AccountRefused.WrongSignIn     if it is another password
     * @throws TooManyAttempts if it was tried too often
     * @throws AccountRefused.Busy            if too many others are at it
     */
    public void prove(AccountId account, String password, String network) {
        var holder = holders.find(account).orElseThrow(AccountRefused.WrongSignIn::new);
        signIns.count(holder, network);
        if (!passwords.match(password, holder.password())) {
            throw new AccountRefused.WrongSignIn();
        }
        signIns.succeed(holder, network);
    }

    /** A hash no password fits. */
    public String noPassword() {
        return passwords.nobodys();
    }
}
