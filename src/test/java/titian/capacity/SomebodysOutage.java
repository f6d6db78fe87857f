package titian.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.office.Outage;
import titian.office.PlanningDesk;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.Role;

/** An outage an office has announced, for a time far ahead. */
class SomebodysOutage implements Belonging {

    @Override
    public String kind() {
        return "outage";
    }

    @Override
    public Owned make(BeanFactory house) {
        var office = OfficeId.of("kanim-pati");
        var administrator = SignedInPeople.officer(house.getBean(AccountDesk.class), office, Role.ADMINISTRATOR);
        var day = LocalDate.ofInstant(house.getBean(Clock.class).instant(), ZoneOffset.UTC)
                .plusDays(300);
        var outage = new Outage(
                UUID.randomUUID(), office, PassportType.ELECTRONIC, day, day.plusDays(1), "Blangko habis", "No blanks");
        house.getBean(PlanningDesk.class).reportOutage(outage);
        return new Owned(administrator, outage.id());
    }
}
