package titian.change;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;

/** An application with a visit that is paid for and to come. */
class SomebodysAppointment implements Belonging {

    @Override
    public String kind() {
        return "appointment";
    }

    @Override
    public Owned make(BeanFactory house) {
        var comer = new Comer(house, 5);
        return new Owned(comer.me, comer.id);
    }
}
