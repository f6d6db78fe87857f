package titian.reconciliation;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;

/** A line of a bank's file at an office, to decide about. */
class SomebodysLine implements Belonging {

    @Override
    public String kind() {
        return "line-of-a-file";
    }

    @Override
    public Owned make(BeanFactory house) {
        var file = new SomebodysFile().make(house);
        return new Owned(file.owner(), file.ids().getFirst(), 2);
    }
}
