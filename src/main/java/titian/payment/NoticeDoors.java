package titian.payment;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import titian.simponi.Biller;

/** Hangs the biller's door before all others but those that refuse what cannot be read. */
@Configuration(proxyBeanMethods = false)
class NoticeDoors {

    @Bean
    FilterRegistrationBean<NoticeDoor> noticeDoor(NoticeEngine engine, Biller biller) {
        var door = new FilterRegistrationBean<>(new NoticeDoor(engine, biller.noticeSecret()));
        door.addUrlPatterns(NoticeDoor.PATH);
        door.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return door;
    }
}
