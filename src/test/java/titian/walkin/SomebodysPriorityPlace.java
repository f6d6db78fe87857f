package titian.walkin;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.queue.Officer;
import titian.shared.Channel;
import titian.shared.Role;

/** A place on another day that an officer gave somebody, whose office prints the slip. */
class SomebodysPriorityPlace implements Belonging {

    @Override
    public String kind() {
        return "priority-place";
    }

    @Override
    public Owned make(BeanFactory house) {
        var doors = new SomeDoors(house);
        var officer = doors.signedIn(Role.DOOR_OFFICER);
        var asked = SomeDoors.priority(doors.comer(), doors.later(Channel.PRIORITY));
        var given = house.getBean(WalkInDesk.class).register(asked, Officer.of(officer));
        return new Owned(officer, given.id());
    }
}
