package titian.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.Browser;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Officers who do something again and again, and the alarms that it raises. */
abstract class Noticed {

    static final OfficeId OFFICE = OfficeId.of("kanim-jakarta-selatan");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AccountDesk accounts;

    @Autowired
    AuditDesk desk;

    @Autowired
    AlarmDesk alarms;

    @Autowired
    Clock clock;

    @Autowired
    Entries entries;

    @Autowired
    BeanFactory house;

    static void by(SignedIn who, Runnable done) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        try {
            done.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    List<Alarm> of(AccountId account) {
        return alarms.alarms().stream()
                .filter(alarm -> alarm.account().equals(account))
                .filter(alarm -> alarm.kind() != Alarm.Kind.SHARED_PHONE)
                .toList();
    }

    SignedIn officer(Role role) {
        return SignedInPeople.officer(accounts, OFFICE, role);
    }

    String read(String address) {
        var answer = browser.get().uri(address).with(as(officer(Role.AUDITOR))).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return Browser.text(answer);
    }

    static void times(int times, Runnable done) {
        IntStream.range(0, times).forEach(_ -> done.run());
    }
}
