package titian.booking;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import titian.slot.Availability;

/** Hangs the lean door before all others but those that refuse what cannot be read. */
@Configuration(proxyBeanMethods = false)
class LeanDoors {

    @Bean
    FilterRegistrationBean<LeanDoor> leanDoor(
            BookingPasses passes, Bookings bookings, Availability availability, Clock clock) {
        var door = new FilterRegistrationBean<>(new LeanDoor(passes, bookings, availability, clock));
        door.addUrlPatterns(LeanDoor.BOOK, "/jadwal/*");
        door.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return door;
    }
}
