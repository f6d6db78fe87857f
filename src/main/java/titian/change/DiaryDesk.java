package titian.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.booking.Move;
import titian.change.Diary.Entry;
import titian.change.Diary.Kind;
import titian.live.LiveEvents;
import titian.shared.Act;
import titian.shared.ApplicationId;

/**
 * Where the diary of visits is kept: it follows each visit from time to time, and does what is due. Whatever it does, it
 * looks at the visit as it is then; what was written for a time that no longer holds is written anew.
 */
@Service
@Transactional
class DiaryDesk {

    /** The hour, where the office is, at which people are reminded: the whole last day is left to change their mind. */
    private static final LocalTime REMINDED_AT = LocalTime.of(9, 0);

    /** Longer than changing a time takes, even if the program is started anew in between. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Diary diary;
    private final Visits visits;
    private final ApplicationDesk applications;
    private final BookingDesk booking;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DiaryDesk(
            Diary diary,
            Visits visits,
            ApplicationDesk applications,
            BookingDesk booking,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.diary = diary;
        this.visits = visits;
        this.applications = applications;
        this.booking = booking;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** Brings the diary up to date with a visit; a new time is told, once. */
    void follow(ApplicationId application) {
        news(application).filter(visit -> visit.appointment().moves() > 0).ifPresent(this::tell);
    }

    /** Brings the diary up to date with a visit whose new time others have told. */
    void followUntold(ApplicationId application) {
        news(application).ifPresent(visit -> live.changed(ApplicationDesk.topic(visit.id())));
    }

    /** The visit, if its time is news to the diary: what lies ahead of it is written anew. */
    private Optional<Visit> news(ApplicationId application) {
        var found = visits.find(application).filter(Visit::isAhead);
        if (found.isEmpty()) {
            diary.close(application);
        }
        var news = found.filter(visit -> diary.note(application, visit.appointment()));
        news.ifPresent(visit -> diary.plan(application, entries(visit, clock.instant())));
        return news;
    }

    private void tell(Visit visit) {
        live.changed(ApplicationDesk.topic(visit.id()));
        events.publishEvent(new VisitMoved(visit.id()));
        booking.moves(visit.appointment().id()).reversed().stream()
                .limit(1)
                .forEach(move -> events.publishEvent(moved(visit.id(), move)));
    }

    private static Act moved(ApplicationId application, Move move) {
        return Act.of("APPOINTMENT_MOVED", "application", application)
                .from(move.former().toString(), move.later().toString());
    }

    /** The visit will not take place: nothing more is to be done about it. */
    void close(ApplicationId application) {
        diary.close(application);
    }

    /** Somebody sets out to change the time. Should nobody come back to say so, it is looked at a while later. */
    void lookAgain(ApplicationId application) {
        diary.put(application, Kind.LOOK_AGAIN, clock.instant().plus(A_WHILE));
    }

    /** The change has been followed, or did not come about. */
    void lookedAt(ApplicationId application) {
        follow(application);
        diary.remove(new Entry(application, Kind.LOOK_AGAIN));
    }

    @Transactional(readOnly = true)
    List<Entry> due(int limit) {
        return diary.due(clock.instant(), limit);
    }

    /** Does what an entry is there for; nothing if another node does, or if the visit has another time meanwhile. */
    void keep(Entry entry) {
        if (!diary.take(entry, clock.instant())) {
            return;
        }
        follow(entry.application());
        visits.find(entry.application()).filter(Visit::isAhead).ifPresent(visit -> act(entry.kind(), visit));
    }

    private void act(Kind kind, Visit visit) {
        var now = clock.instant();
        switch (kind) {
            case THREE_DAYS_BEFORE, DAY_BEFORE -> {
                if (isDue(kind, visit, now) && visit.appointment().startsAt().isAfter(now)) {
                    events.publishEvent(new VisitApproaching(visit.id()));
                }
            }
            case DAY_OVER -> {
                if (isDue(kind, visit, now)) {
                    booking.miss(visit.appointment().id());
                    applications.miss(visit.id());
                    diary.close(visit.id());
                }
            }
            case LOOK_AGAIN -> {}
        }
    }

    /** Leaves what could not be done for later, so that it does not keep the others from being done. */
    void putOff(Entry entry, Duration pause) {
        diary.putOff(entry, clock.instant().plus(pause));
    }

    private static boolean isDue(Kind kind, Visit visit, Instant now) {
        return !moment(kind, visit).isAfter(now);
    }

    /** What lies ahead of a visit. A reminder whose time has passed is left out: they have just been told. */
    private static Map<Kind, Instant> entries(Visit visit, Instant now) {
        var entries = new EnumMap<Kind, Instant>(Kind.class);
        for (var kind : List.of(Kind.THREE_DAYS_BEFORE, Kind.DAY_BEFORE, Kind.DAY_OVER)) {
            var moment = moment(kind, visit);
            if (moment.isAfter(now) || kind == Kind.DAY_OVER) {
                entries.put(kind, moment);
            }
        }
        return entries;
    }

    private static Instant moment(Kind kind, Visit visit) {
        var day = visit.day();
        var zone = visit.office().zone();
        return switch (kind) {
            case THREE_DAYS_BEFORE -> morning(day.minusDays(3), zone);
            case DAY_BEFORE -> morning(day.minusDays(1), zone);
            case DAY_OVER -> day.plusDays(1).atStartOfDay(zone).toInstant();
            case LOOK_AGAIN -> throw new IllegalArgumentException("a look again is due at no time of the visit");
        };
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(REMINDED_AT).atZone(zone).toInstant();
    }
}
