package titian.platform;

import java.util.List;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/**
 * A module that keeps something about people: it says for how long, and forgets them (UU 27/2022 art. 8, 43, 44). What
 * goes by itself is swept by the {@code retention} module; what goes with its person or application is forgotten here.
 */
public interface ForgetsPeople {

    /** Every kind of record it keeps about people. Every table of the house is in one, or said to be about nobody. */
    List<Kept> kept();

    /** What it has to keep although the person wants it forgotten, and what keeps anything from being forgotten yet. */
    default List<Hold> holds(AccountId account, List<ApplicationId> applications) {
        return List.of();
    }

    /** Forgets all it keeps of these applications, in the caller's transaction. The second time nothing happens. */
    default void forget(List<ApplicationId> applications) {}

    /** Forgets all it keeps of an account, once its applications are forgotten. The second time nothing happens. */
    default void forget(AccountId account) {}
}
