package titian.contact;

import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.account.AccountRefused.Busy;
import titian.account.AccountRefused.WrongSignIn;
import titian.allowance.TooManyAttempts;
import titian.entry.ProofDesk;
import titian.shared.AccountId;
import titian.web.Problems;
import titian.web.Words;

/** Asks for a change once the password has shown who asks, and puts into words why not. */
@Component
class Asking {

    private final ProofDesk proofs;

    Asking(ProofDesk proofs) {
        this.proofs = proofs;
    }

    Optional<Problems> ask(AccountId account, String password, String network, Words words, Runnable change) {
        try {
            proofs.prove(account, password, network);
            change.run();
            return Optional.empty();
        } catch (WrongSignIn _) {
            return Optional.of(Problems.of("password", words.text("contact.password.wrong")));
        } catch (TooManyAttempts many) {
            var until = Clocks.hour(many.until(), words);
            return Optional.of(Problems.of("password", words.text("contact.password.too-many", until)));
        } catch (Busy _) {
            return Optional.of(Problems.of("", words.text("contact.busy")));
        } catch (ChangeRefused.Same _) {
            return Optional.of(Problems.of("", words.text("contact.same")));
        } catch (ChangeRefused.TooMany _) {
            return Optional.of(Problems.of("", words.text("contact.too-many")));
        }
    }
}
