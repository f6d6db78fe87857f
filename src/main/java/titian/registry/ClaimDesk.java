package titian.registry;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.platform.Tasks;
import titian.registry.Claim.Standing;
import titian.registry.RegistryAnswer.Differs;
import titian.registry.RegistryAnswer.Matches;
import titian.registry.RegistryAnswer.Unknown;
import titian.registry.RegistryAnswer.Unreachable;
import titian.registry.RegistryAnswer.Unusable;
import titian.registry.RegistryDesk.Person;
import titian.shared.AccountId;
import titian.shared.Nik;

/** Where account holders say who they are. The registry is asked afterwards, and again until it answers. */
@Service
public class ClaimDesk {

    private final Claims claims;
    private final Tasks tasks;
    private final Clock clock;

    ClaimDesk(Claims claims, Tasks tasks, Clock clock) {
        this.claims = claims;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Writes down who the holder of the account says they are, in place of what they said before. */
    @Transactional
    public void claim(AccountId account, Person person) {
        claims.put(account, person, clock.instant());
    }

    /** The account is somebody's: has the registry asked, soon, about what they claim. */
    @Transactional
    public void haveChecked(AccountId account) {
        claims.confirm(account);
        claims.find(account)
                .filter(claim -> claim.standing() == Standing.UNCHECKED)
                .ifPresent(claim -> tasks.soon(
                        ClaimChecks.CHECK,
                        account + " " + claim.version(),
                        new ClaimChecks.Unchecked(account.value(), claim.version())));
    }

    /** The claim to ask about, if it still stands as it was when asking was decided. */
    @Transactional(readOnly = true)
    Optional<Claim> unchecked(UUID account, int version) {
        return claims.find(new AccountId(account))
                .filter(claim -> claim.version() == version && claim.standing() == Standing.UNCHECKED);
    }

    /** What the registry says to a claim; that it was not reached is no answer. */
    @Transactional
    void answer(Claim claim, RegistryAnswer answer) {
        switch (answer) {
            case Matches _ -> answer(claim, Standing.MATCHES, Set.of());
            case Differs differs -> answer(claim, Standing.DIFFERS, differs.fields());
            case Unknown _ -> answer(claim, Standing.UNKNOWN, Set.of());
            case Unusable _ -> answer(claim, Standing.UNUSABLE, Set.of());
            case Unreachable _ -> {}
        }
    }

    private void answer(Claim claim, Standing standing, Set<RegistryAnswer.Field> differing) {
        claims.answer(claim.account(), claim.version(), standing, differing, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Claim> find(AccountId account) {
        return claims.find(account);
    }

    /** The accounts whose holders say this number is theirs, the newest first. */
    @Transactional(readOnly = true)
    public List<Claim> of(Nik nik) {
        return claims.of(nik);
    }

    /** Accounts that are no more claim nothing. */
    @Transactional
    public void forget(Collection<AccountId> accounts) {
        claims.forget(accounts);
    }
}
