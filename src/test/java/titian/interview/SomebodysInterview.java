package titian.interview;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.shared.Role;

/** The conversation with somebody at a counter. */
class SomebodysInterview implements Belonging {

    @Override
    public String kind() {
        return "interview";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeCounters(house);
        return new Owned(some.officer(Role.COUNTER_OFFICER), some.served().id());
    }
}
