package titian.walkin;

import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.partner.PartnerDesk;
import titian.queue.Officer;
import titian.shared.Channel;

/** A place that somebody of a partner gave, who prints the slip. */
class SomebodysPartnerPlace implements Belonging {

    @Override
    public String kind() {
        return "partner-place";
    }

    @Override
    public Owned make(BeanFactory house) {
        var doors = SomeDoors.withPartners(house);
        var partner = doors.partner(house.getBean(PartnerDesk.class));
        var asked = SomeDoors.partners(doors.comer(), doors.later(Channel.PARTNER));
        var giver = new Giver(
                new Officer(partner.account(), partner.name(), doors.office.id()),
                Objects.requireNonNull(partner.office()));
        return new Owned(
                partner, house.getBean(WalkInDesk.class).register(asked, giver).id());
    }
}
