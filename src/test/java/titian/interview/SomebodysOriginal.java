package titian.interview;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.shared.Role;

/** A paper of somebody at a counter. */
class SomebodysOriginal implements Belonging {

    @Override
    public String kind() {
        return "original";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeCounters(house);
        var one = some.served();
        return new Owned(some.officer(Role.COUNTER_OFFICER), one.id(), one.card());
    }
}
