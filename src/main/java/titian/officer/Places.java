package titian.officer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.PlanningDesk;
import titian.office.RegionalOffice;
import titian.officer.Reach.Kind;
import titian.partner.Partner;
import titian.partner.PartnerDesk;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.web.Words;

/** Where officers serve: offices, their partners, the regional offices above them, and the centre above all. */
@Component
class Places {

    /** The directorate general, which is no office: it looks after all of them. */
    static final OfficeId CENTRE = new OfficeId("pusat");

    private final OfficeDesk offices;
    private final PlanningDesk planning;
    private final PartnerDesk partners;

    Places(OfficeDesk offices, PlanningDesk planning, PartnerDesk partners) {
        this.offices = offices;
        this.planning = planning;
        this.partners = partners;
    }

    static OfficeId of(SignedIn officer) {
        return Objects.requireNonNull(officer.office(), "only officers come here");
    }

    String name(SignedIn officer, Words words) {
        return name(of(officer), words);
    }

    String name(OfficeId place, Words words) {
        if (place.equals(CENTRE)) {
            return words.text("officer.centre");
        }
        return offices.find(place)
                .map(Office::name)
                .or(() -> partners.find(place).map(Partner::name))
                .or(() -> planning.regionalOffice(place).map(region -> name(region, words)))
                .orElseGet(place::value);
    }

    private static String name(RegionalOffice region, Words words) {
        return words.text("officer.region", region.province().name());
    }

    /** The places whose officers this one looks after, the own first, each with its name. */
    Map<OfficeId, String> within(SignedIn me, Words words) {
        var own = of(me);
        var names = new LinkedHashMap<OfficeId, String>();
        names.put(own, name(own, words));
        if (me.roles().contains(Role.ADMINISTRATOR)) {
            partners.of(own).forEach(partner -> names.put(partner.id(), partner.name()));
        }
        if (me.roles().contains(Role.REGIONAL_ADMINISTRATOR)) {
            planning.regionalOffice(own).ifPresent(region -> add(planning.officesOf(region), names));
        }
        if (me.roles().contains(Role.CENTRAL_ADMINISTRATOR)) {
            offices.provinces().stream()
                    .map(RegionalOffice::new)
                    .forEach(region -> names.put(region.id(), name(region, words)));
            add(offices.all(), names);
        }
        return names;
    }

    private static void add(Collection<Office> offices, Map<OfficeId, String> names) {
        offices.forEach(office -> names.putIfAbsent(office.id(), office.name()));
    }

    /** The roles this administrator may give there. */
    Set<Role> reach(SignedIn me, OfficeId place) {
        return Reach.of(me.roles(), kind(place));
    }

    private static Kind kind(OfficeId place) {
        if (place.equals(CENTRE)) {
            return Kind.CENTRE;
        }
        if (Partner.isOne(place)) {
            return Kind.PARTNER;
        }
        return place.value().startsWith("kanwil-") ? Kind.REGION : Kind.OFFICE;
    }
}
