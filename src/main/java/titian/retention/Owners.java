package titian.retention;

import java.util.HashSet;
import java.util.Set;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Whose some records are: accounts, and applications whose accounts their module knows. */
public record Owners(Set<AccountId> accounts, Set<ApplicationId> applications) {

    static final Owners NOBODY = new Owners(Set.of(), Set.of());

    public Owners {
        accounts = Set.copyOf(accounts);
        applications = Set.copyOf(applications);
    }

    Owners and(Owners others) {
        var both = new HashSet<>(accounts);
        both.addAll(others.accounts);
        var all = new HashSet<>(applications);
        all.addAll(others.applications);
        return new Owners(both, all);
    }
}
