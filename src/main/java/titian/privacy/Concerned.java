package titian.privacy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.application.DraftDesk;
import titian.audit.LookDesk;
import titian.privacy.Incident.Facts;
import titian.retention.Owners;
import titian.retention.PeopleDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Finds those a breach concerns: whoever had records of a kind, or was before the eyes of an officer. */
@Component
class Concerned {

    private final PeopleDesk people;
    private final LookDesk looks;
    private final DraftDesk applications;
    private final AccountDesk accounts;

    Concerned(PeopleDesk people, LookDesk looks, DraftDesk applications, AccountDesk accounts) {
        this.people = people;
        this.looks = looks;
        this.applications = applications;
        this.accounts = accounts;
    }

    /** The kinds of record of which it is known whose they are. */
    Set<String> kinds() {
        return people.kinds();
    }

    Set<AccountId> by(Facts facts) {
        return switch (facts.source()) {
            case KIND -> accounts(people.owners(facts.sourceName(), facts.until()));
            case OFFICER -> seen(facts);
        };
    }

    /** How many lists an officer opened: the audit does not say who stood on them. */
    long lists(Facts facts) {
        return switch (facts.source()) {
            case KIND -> 0;
            case OFFICER -> looks.lists(AccountId.of(facts.sourceName()), facts.from(), facts.until());
        };
    }

    /** An id is an account's, an application's, or that of a record of somebody's, as a refund is. */
    private Set<AccountId> seen(Facts facts) {
        var seen = looks.seen(AccountId.of(facts.sourceName()), facts.from(), facts.until());
        var all = accounts(new Owners(
                seen.stream()
                        .map(AccountId::new)
                        .filter(id -> accounts.contact(id).isPresent())
                        .collect(Collectors.toSet()),
                seen.stream().map(ApplicationId::new).collect(Collectors.toSet())));
        all.addAll(accounts(people.owners(seen)));
        return all;
    }

    private Set<AccountId> accounts(Owners owners) {
        var all = new HashSet<>(owners.accounts());
        all.addAll(applications.accountsOf(owners.applications()));
        return all;
    }
}
