package titian.change;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.Kept;
import titian.shared.ApplicationId;

/** Whose visit the diary follows. */
@Component
class ForgottenPeople implements ForgetsPeople {

    private final Diary diary;

    ForgottenPeople(Diary diary) {
        this.diary = diary;
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication("diary", Kept.Basis.PASSPORT_SERVICE, "change.entry", "change.visit"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        applications.forEach(diary::close);
    }
}
