package titian.walkin;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.queue.Officer;
import titian.shared.Channel;
import titian.shared.Role;

/** A place on another day that an officer gave somebody, whose office prints the slip. */
class SomebodysAssistedPlace implements Belonging {

    @Override
    public String kind() {
        return "assisted-place";
    }

    @Override
    public Owned make(BeanFactory house) {
        var doors = new SomeDoors(house);
        var officer = doors.signedIn(Role.CUSTOMER_SERVICE_OFFICER);
        var asked = SomeDoors.assisted(doors.comer(), doors.later(Channel.ASSISTED));
        var given = house.getBean(WalkInDesk.class).register(asked, Officer.of(officer));
        return new Owned(officer, given.id());
    }
}
