package titian.booking;

import java.time.Clock;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import titian.slot.CalendarDesk;

/**
 * Booking as another node does it: with an engine and a line to the database of its own, and at another time if need be,
 * on the tables of the house.
 */
final class Node implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private final AnnotationConfigApplicationContext beans;

    Node(ApplicationContext house, Clock clock, FreedPlaces... waiting) {
        var own = new DefaultListableBeanFactory(house.getAutowireCapableBeanFactory());
        beans = new AnnotationConfigApplicationContext(own);
        beans.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        beans.registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        for (var list : waiting) {
            beans.registerBean(FreedPlaces.class, () -> list);
        }
        beans.register(
                Transactions.class,
                Engine.class,
                EngineLine.class,
                Bookings.class,
                BookingDesk.class,
                CalendarDesk.class,
                ReturnDesk.class);
        beans.refresh();
    }

    BookingDesk desk() {
        return beans.getBean(BookingDesk.class);
    }

    Engine engine() {
        return beans.getBean(Engine.class);
    }

    EngineLine line() {
        return beans.getBean(EngineLine.class);
    }

    Bookings bookings() {
        return beans.getBean(Bookings.class);
    }

    ReturnDesk returns() {
        return beans.getBean(ReturnDesk.class);
    }

    CalendarDesk calendars() {
        return beans.getBean(CalendarDesk.class);
    }

    @Override
    public void close() {
        beans.close();
    }
}
