package titian.partner;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.Act;
import titian.shared.OfficeId;

/** Where an office names those it has an agreement with, and ends it. */
@Service
@Transactional
public class PartnerDesk {

    private final Partners partners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartnerDesk(Partners partners, ApplicationEventPublisher events, Clock clock) {
        this.partners = partners;
        this.events = events;
        this.clock = clock;
    }

    /** The partner that goes by this name in place of an office. */
    @Transactional(readOnly = true)
    public Optional<Partner> find(OfficeId place) {
        return Partner.isOne(place) ? partners.find(place) : Optional.empty();
    }

    /** Those an office has an agreement with, then those it had one with. */
    @Transactional(readOnly = true)
    public List<Partner> of(OfficeId office) {
        return partners.of(office);
    }

    /** A new partner of the office; nothing if it has one of that name. */
    public Optional<Partner> add(OfficeId office, String name) {
        var partner = new Partner(Partner.next(), office, name, clock.instant(), null);
        if (!partners.add(partner)) {
            return Optional.empty();
        }
        events.publishEvent(new Act("PARTNER_ADDED", "partner", partner.id().value(), "", name, ""));
        return Optional.of(partner);
    }

    /** From now on nobody acts for it; false if it is none of this office's, or over already. */
    public boolean end(OfficeId partner, OfficeId office) {
        var ended = partners.end(partner, office, clock.instant());
        if (ended) {
            events.publishEvent(Act.of("PARTNER_ENDED", "partner", partner));
        }
        return ended;
    }
}
