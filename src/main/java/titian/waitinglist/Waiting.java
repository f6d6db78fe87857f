package titian.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.submission.ReadyDesk;
import titian.web.Words;

/** A wish as its owner sees it: who waits where behind how many, and what is offered. */
@Component
class Waiting {

    private final WaitingListDesk desk;
    private final ReadyDesk ready;
    private final OfficeDesk offices;
    private final Clock clock;

    Waiting(WaitingListDesk desk, ReadyDesk ready, OfficeDesk offices, Clock clock) {
        this.desk = desk;
        this.ready = ready;
        this.offices = offices;
        this.clock = clock;
    }

    /** An office that is waited for, and how many people stand before. */
    record Line(Office office, int ahead) {

        /** The count as it is said: beyond a thousand nobody counts. */
        boolean isBeyondCounting() {
            return ahead >= WaitingListDesk.MOST_COUNTED;
        }
    }

    /**
     * An offer on a page: days and hours are the office's.
     *
     * @param over whether its deadline has passed
     */
    record Offered(Offer offer, Office office, boolean over) {

        LocalDate day() {
            return office.day(offer.startsAt());
        }

        /** 09.00–10.00 WIB */
        String hours(Words words) {
            return words.hour(offer.startsAt(), office.zone()) + "–" + words.hour(offer.endsAt(), office.zone()) + " "
                    + words.zone(office.zone());
        }

        /** The clock time to answer by, with the day if that is another one. */
        String until(Words words, Instant now) {
            var day = office.day(offer.deadline());
            var hour = words.hour(offer.deadline(), office.zone()) + " " + words.zone(office.zone());
            return day.equals(office.day(now)) ? hour : words.shortDay(day) + ", " + hour;
        }
    }

    /** One of those who go together. */
    record Person(ApplicationId application, String name) {}

    /** All of it. */
    record View(
            Wish wish,
            List<Person> people,
            List<Line> lines,
            @Nullable Offered offered,
            Instant now) {

        /** The names of those who go together. */
        String names() {
            return people.stream().map(Person::name).collect(Collectors.joining(", "));
        }

        /** What is to be said of it: what ended or paused it, or its state. */
        String key() {
            var why = wish.why();
            return why == null ? wish.state().name() : why.name();
        }

        /** Whether an offer waits for an answer, or has just been accepted. */
        boolean hasOffer() {
            return wish.state() == Wish.State.OFFERED && offered != null;
        }

        /** Whether the latest offer came to nothing. */
        boolean missedOffer() {
            return offered != null
                    && wish.state().isOpen()
                    && switch (offered.offer().state()) {
                        case DECLINED, TIMED_OUT, LOST -> true;
                        case OPEN, TAKING, TAKEN, WITHDRAWN -> false;
                    };
        }

        /** Senin, Selasa */
        String weekdays(Words words) {
            return String.join(
                    ", ",
                    wish.wanted().weekdays().stream()
                            .sorted()
                            .map(words::weekday)
                            .toList());
        }

        String address() {
            return "/daftar-tunggu/" + wish.id();
        }

        /** Where the page of the first application is. */
        ApplicationId first() {
            return wish.members().getFirst();
        }
    }

    View view(Wish wish) {
        return new View(wish, people(wish), lines(wish), offered(wish).orElse(null), clock.instant());
    }

    private List<Person> people(Wish wish) {
        return wish.members().stream()
                .flatMap(member -> ready.name(member).map(name -> new Person(member, name)).stream())
                .toList();
    }

    private List<Line> lines(Wish wish) {
        return wish.wanted().offices().stream()
                .flatMap(id -> offices.find(id).stream())
                .map(office -> new Line(office, ahead(wish, office.id())))
                .toList();
    }

    private int ahead(Wish wish, OfficeId office) {
        return wish.state().isOpen() ? desk.ahead(wish, office) : 0;
    }

    private Optional<Offered> offered(Wish wish) {
        return desk.latestOffer(wish.id())
                .flatMap(offer -> offices.find(offer.office())
                        .map(office ->
                                new Offered(offer, office, !clock.instant().isBefore(offer.deadline()))));
    }
}
