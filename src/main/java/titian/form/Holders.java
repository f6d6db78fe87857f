package titian.form;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.application.PassportApplication;
import titian.form.Answer.Identity;
import titian.form.Answer.NikCheck;
import titian.form.Forms.Opened;
import titian.registry.Claim;
import titian.registry.ClaimDesk;
import titian.registry.RegistryDesk.Person;
import titian.shared.AccountId;
import titian.web.TypedDate;

/** Who keeps an account, as a form may begin with them: what they said of themselves, and what the registry said to it. */
@Component
class Holders {

    /** So long what the registry said of somebody is not asked again. */
    private static final Duration FRESH = Duration.ofDays(30);

    private final AccountDesk accounts;
    private final ClaimDesk claims;
    private final Forms forms;
    private final Clock clock;

    Holders(AccountDesk accounts, ClaimDesk claims, Forms forms, Clock clock) {
        this.accounts = accounts;
        this.claims = claims;
        this.forms = forms;
        this.clock = clock;
    }

    /** Begins with who keeps the account, as they said it before; once one of theirs is under way it is somebody else. */
    IdentityForm begin(Opened opened) {
        var account = opened.application().account();
        var name = accounts.contact(account).map(Contact::name).orElse("");
        var before = forms.othersFor(opened, name);
        if (before.stream().anyMatch(PassportApplication::isUnderWay)) {
            return IdentityForm.BLANK;
        }
        return confirmed(account)
                .map(Holders::form)
                .or(() -> before.stream()
                        .findFirst()
                        .flatMap(other -> forms.open(other).form().find(Identity.class))
                        .map(IdentityForm::of))
                .or(() -> claims.find(account).map(Holders::form))
                .orElseGet(() -> new IdentityForm(name, null, null));
    }

    /** What the registry said not long ago, if this is the person whom the account says it belongs to. */
    Optional<NikCheck> confirmed(AccountId account, Person person) {
        return confirmed(account)
                .filter(claim -> form(claim).person().equals(person))
                .flatMap(claim -> Optional.ofNullable(claim.checkedAt()))
                .map(at -> new NikCheck(NikCheck.Outcome.MATCHES, Set.of(), false, at));
    }

    private Optional<Claim> confirmed(AccountId account) {
        var oldest = clock.instant().minus(FRESH);
        return claims.find(account)
                .filter(claim -> claim.standing() == Claim.Standing.MATCHES)
                .filter(claim -> claim.checkedAt() != null && claim.checkedAt().isAfter(oldest));
    }

    private static IdentityForm form(Claim claim) {
        var person = claim.person();
        return new IdentityForm(person.name(), person.nik().value(), TypedDate.of(person.birthDate()));
    }
}
