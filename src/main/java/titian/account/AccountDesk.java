package titian.account;

import java.util.Optional;
import org.springframework.stereotype.Service;
import titian.shared.AccountId;

/** Where accounts are made and confirmed, and officers appointed. */
@Service
public class AccountDesk {

    public Optional<Contact> contact(AccountId account) {
        throw new UnsupportedOperationException("not yet built: " + account);
    }
}
