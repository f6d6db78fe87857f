package titian.waitinglist;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;

/** A place that is offered to somebody who waits. */
class SomebodysOffer implements Belonging {

    @Override
    public String kind() {
        return "offer";
    }

    @Override
    public Owned make(BeanFactory house) {
        var waiting = new SomeWaiting(house);
        var reader = waiting.reader();
        waiting.returns.back(waiting.full(1), 1);
        waiting.untilOffered(reader.waiter());
        return new Owned(
                reader.who(),
                reader.waiter().wish(),
                waiting.offer(reader.waiter()).id());
    }
}
