package titian.forfeit;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** Warnings go with the application they are about. */
@Component
class ForgottenPeople implements ForgetsPeople {

    private final Forfeits forfeits;

    ForgottenPeople(Forfeits forfeits) {
        this.forfeits = forfeits;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication(
                "fee-warnings", Kept.Basis.PASSPORT_SERVICE, "forfeit.warning", "forfeit.forfeit"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        forfeits.forget(applications);
    }
}
