package titian.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.capacity.DisplacedDesk;
import titian.change.Diary.Entry;
import titian.change.Diary.Kind;
import titian.live.LiveEvents;
import titian.office.OfficeDesk;
import titian.outside.World;
import titian.shared.ApplicationId;

/** A diary, and people who come. */
abstract class WithADiary {

    static final LocalTime TEN = LocalTime.of(10, 0);
    static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    BeanFactory house;

    @Autowired
    Diary diary;

    @Autowired
    DiaryDesk desk;

    @Autowired
    Keeping keeping;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    BookingDesk booking;

    @Autowired
    OfficeDesk offices;

    @Autowired
    LiveEvents live;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    World world;

    @Autowired
    JdbcClient db;

    @Autowired
    DisplacedDesk displaced;

    /** Does what an entry is there for as a node does whose clock stands there. */
    void keep(Comer comer, Kind kind, Instant then) {
        transactions.executeWithoutResult(_ -> at(then).keep(new Entry(comer.id, kind)));
    }

    DiaryDesk at(Instant then) {
        var clock = Clock.fixed(then, ZoneOffset.UTC);
        var visits = new Visits(applications, booking, offices, clock);
        return new DiaryDesk(diary, visits, applications, booking, live, events, clock);
    }

    Map<Kind, Instant> entries(ApplicationId application) {
        return db
                .sql("SELECT kind, due_at FROM change.entry WHERE application = :application")
                .param("application", application.value())
                .query((row, _) -> Map.entry(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
