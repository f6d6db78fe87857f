package titian.registry;

import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;

/** That a number was asked about, under a digest nobody here can turn back. */
@Component
class ForgottenPeople implements ForgetsPeople {

    @Override
    public List<Kept> kept() {
        return List.of(Kept.swept(
                "registry-questions",
                Period.ofDays(90),
                Kept.Basis.ACCOUNTABILITY,
                new Kept.Rows("registry.exchange", "at < :before")));
    }
}
