package titian.waitinglist;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;

/** A position on the waiting list. */
class SomebodysWish implements Belonging {

    @Override
    public String kind() {
        return "wish";
    }

    @Override
    public Owned make(BeanFactory house) {
        var reader = new SomeWaiting(house).reader();
        return new Owned(reader.who(), reader.waiter().wish());
    }
}
