package titian.interview;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.shared.Role;

/** The minutes of an examination. */
class SomebodysExaminationPaper implements Belonging {

    @Override
    public String kind() {
        return "examination-paper";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeCounters(house);
        return new Owned(some.officer(Role.HEAD_OF_OFFICE), some.examined().id(), "minutes");
    }
}
