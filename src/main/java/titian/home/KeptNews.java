package titian.home;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import titian.application.DraftDesk;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.submission.KeptDesk;
import titian.web.Words;

/** Tells somebody who paid late, on their home, that a place is kept for them and until when. */
@Component
@Order(0)
class KeptNews implements HomeNews {

    private final DraftDesk applications;
    private final KeptDesk kept;
    private final OfficeDesk offices;

    KeptNews(DraftDesk applications, KeptDesk kept, OfficeDesk offices) {
        this.applications = applications;
        this.kept = kept;
        this.offices = offices;
    }

    @Override
    public List<Item> of(AccountId account, Words words) {
        return applications.of(account).stream()
                .filter(application -> application.isPaid())
                .flatMap(application -> kept.find(application.id(), account).stream())
                .flatMap(visit -> offices.find(visit.office()).stream().map(office -> {
                    var zone = office.zone();
                    return new Item(
                            "calendar",
                            words.text("home.kept.label"),
                            words.text("home.kept"),
                            words.text(
                                    "home.kept.text",
                                    words.day(office.day(visit.startsAt())),
                                    words.hour(visit.startsAt(), zone),
                                    words.zone(zone),
                                    words.day(office.day(visit.heldUntil())),
                                    words.hour(visit.heldUntil(), zone)),
                            "/permohonan/" + visit.application(),
                            words.text("home.kept.button"));
                }))
                .toList();
    }
}
