package titian.interview;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;

/** What was decided about an applicant. */
class SomebodysDecision implements Belonging {

    @Override
    public String kind() {
        return "decision";
    }

    @Override
    public Owned make(BeanFactory house) {
        var one = new SomeCounters(house).decided();
        return new Owned(one.applicant(), one.id());
    }
}
