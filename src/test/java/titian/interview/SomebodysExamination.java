package titian.interview;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.shared.Role;

/** An examination before the heads of an office. */
class SomebodysExamination implements Belonging {

    @Override
    public String kind() {
        return "examination";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeCounters(house);
        return new Owned(some.officer(Role.HEAD_OF_OFFICE), some.examined().id());
    }
}
