package titian.capacity;

import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.SomeVisits;

/** A question to people whose window went, which other time they want. */
class SomebodysMove implements Belonging {

    @Override
    public String kind() {
        return "move";
    }

    @Override
    public Owned make(BeanFactory house) {
        var plans = new SomePlans(house);
        var office = plans.serving("kanim-manokwari", 1);
        var window = plans.first(office, plans.day(office));
        var who = SignedInPeople.applicant(house.getBean(AccountDesk.class));
        var visit = new SomeVisits(house).paid(who.account(), window).appointment();
        plans.save(office, new PlanChange.Shut(office.day(window.startsAt()), "Gedung diperbaiki", "Building works"));
        var asked = house.getBean(JdbcClient.class)
                .sql("SELECT id FROM capacity.relocation WHERE party = :party")
                .param("party", visit.party().value())
                .query(UUID.class)
                .single();
        return new Owned(who, asked);
    }
}
