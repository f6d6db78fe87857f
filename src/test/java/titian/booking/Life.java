package titian.booking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.booking.BookingRequest.Member;
import titian.booking.RulesModel.Answer;
import titian.booking.RulesModel.Rest;
import titian.booking.RulesModel.Visit;
import titian.booking.RulesModel.Window;
import titian.booking.Step.Book;
import titian.office.OfficeDesk;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.Nik;
import titian.shared.PartyId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** One life of the model's world, in the tables and in the model at once. */
final class Life implements AutoCloseable {

    static final int PEOPLE = 7;
    static final int ACCOUNTS = 2;
    static final int UNKNOWN_WINDOW = 10;

    private static final Duration HOLD = Duration.ofMinutes(30);
    private static final Duration OFFER = Duration.ofMinutes(20);

    /** Far ahead, where nothing else of this house lives. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private final JdbcClient db;
    private final StoppedClock clock;
    private final Node node;
    private final LifeInTables tables;
    private final RulesModel model;
    private final List<Nik> people = Stream.generate(() -> People.someone().nik())
            .distinct()
            .limit(PEOPLE)
            .toList();
    private final List<ApplicationId> applications =
            Stream.generate(ApplicationId::next).limit(PEOPLE).toList();
    private final List<AccountId> accounts =
            Stream.generate(AccountId::next).limit(ACCOUNTS).toList();
    private final Seals seals;
    private final SlotId nowhere = SlotId.next();
    private final Map<Integer, Integer> cameBack = new HashMap<>();
    private final Map<Integer, Rest> kept = new HashMap<>();

    Life(ApplicationContext house) {
        db = house.getBean(JdbcClient.class);
        seals = house.getBean(Seals.class);
        var someDay = Duration.of(ThreadLocalRandom.current().nextLong(86_400_000_000L), ChronoUnit.MICROS);
        clock = new StoppedClock(
                house.getBean(Clock.class).instant().plus(AHEAD).plus(someDay));
        node = new Node(house, clock, this::keepSome);
        var offices = house.getBean(OfficeDesk.class);
        var zone = offices.find(SomeSlots.OFFICE).orElseThrow().zone();
        var policy = offices.policy(SomeSlots.OFFICE, LocalDate.ofInstant(now(), zone));
        model = new RulesModel(
                List.of(
                        window(2, 2, true, null),
                        window(3, 3, true, null),
                        window(4, 1, true, null),
                        window(30, 2, true, Duration.ofHours(5)),
                        window(31, 2, true, null),
                        window(32, 2, false, null),
                        window(33, 3, false, null),
                        window(-1, 2, true, null),
                        window(20 * 24, 3, true, null),
                        window(35 * 24, 2, true, null)),
                zone,
                policy);
        assertThat(model.windows).hasSize(UNKNOWN_WINDOW);
        tables = new LifeInTables(
                db,
                model,
                policy.returnDelay(),
                accounts,
                people.stream().map(this::mark).toList());
    }

    private Window window(int inHours, int places, boolean isPublic, @Nullable Duration opensIn) {
        var window = new Window(
                SlotId.next(),
                isPublic,
                now().plus(Duration.ofHours(inHours)),
                now().plus(Duration.ofHours(inHours + 1)),
                opensIn == null ? null : now().plus(opensIn),
                places);
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, opens_at, capacity)
                        VALUES (:id, :office, 'VISA', :channel, :startsAt, :endsAt, :opensAt, :places)
                        """)
                .param("id", window.id.value())
                .param("office", SomeSlots.OFFICE.value())
                .param("channel", isPublic ? "PUBLIC" : "ASSISTED")
                .param("startsAt", window.startsAt.atOffset(UTC))
                .param("endsAt", window.endsAt.atOffset(UTC))
                .param("opensAt", window.opensAt == null ? null : window.opensAt.atOffset(UTC))
                .param("places", places)
                .update();
        return window;
    }

    private Instant now() {
        return clock.instant();
    }

    private Instant heldUntil() {
        return now().plus(HOLD);
    }

    /** The waiting list: keeps as many as are wished for. */
    private List<FreedPlaces.Kept> keepSome(SlotId slot, int places, Instant now) {
        for (int window = 0; window < model.windows.size(); window++) {
            if (model.window(window).id.equals(slot)) {
                cameBack.merge(window, places, Integer::sum);
                var wish = model.wishes.remove(window);
                if (wish != null) {
                    var offer = new OfferId(UUID.randomUUID());
                    var some = Math.min(wish, places);
                    kept.put(window, new Rest(offer.value(), window, some, now.plus(OFFER)));
                    return List.of(new FreedPlaces.Kept(offer, some, now.plus(OFFER)));
                }
            }
        }
        return List.of();
    }

    void take(Step step, String as) {
        switch (step) {
            case Book book -> book(book, as);
            case Step.BookTogether(var requests) -> bookTogether(requests, as);
            case Step.BookAgain(var which, var key) -> visit(which, visit -> bookAgain(visit, key, as));
            case Step.Reschedule(var which, var to, var key) -> visit(which, visit -> reschedule(visit, to, key, as));
            case Step.Claim(var which) ->
                visit(which, visit -> {
                    var until = now().plus(Duration.ofHours(2));
                    same(as, model.claim(visit, until), () -> node.desk().claim(visit.id, until));
                });
            case Step.Confirm(var which) ->
                visit(
                        which,
                        visit ->
                                same(as, model.confirm(visit), () -> node.desk().confirm(visit.id)));
            case Step.Release(var which) ->
                visit(
                        which,
                        visit -> same(
                                as,
                                model.release(visit),
                                () -> yes(() -> node.desk().release(visit.id))));
            case Step.Cancel(var which) ->
                visit(
                        which,
                        visit -> same(
                                as,
                                model.cancel(visit, now()),
                                () -> yes(() -> node.desk().cancel(visit.id))));
            case Step.CheckIn(var which) ->
                visit(
                        which,
                        visit -> same(
                                as,
                                model.checkIn(visit, now()),
                                () -> yes(() -> node.desk().checkIn(visit.code, SomeSlots.OFFICE))));
            case Step.Finish(var which) ->
                visit(which, visit -> {
                    node.desk().finish(visit.id);
                    model.finish(visit);
                });
            case Step.Miss(var which) ->
                visit(which, visit -> {
                    node.desk().miss(visit.id);
                    model.miss(visit);
                });
            case Step.Wish(var window, var places) -> model.wishes.put(window, places);
            case Step.Later(var time) -> clock.forward(time);
            case Step.Expire() -> {
                asLongAsThereAreAny(() -> node.returns().expireUnclaimed());
                model.expire(now());
            }
            case Step.BringBack() -> bringBack(as);
        }
    }

    private void visit(int which, Consumer<Visit> step) {
        if (!model.visits.isEmpty()) {
            step.accept(model.visits.get(which % model.visits.size()));
        }
    }

    private static boolean yes(Runnable step) {
        step.run();
        return true;
    }

    /** The step answers as the model does. */
    private static void same(String as, Answer expected, Supplier<Boolean> step) {
        assertThat(answered(() -> new Answer.Done(step.get()))).as(as).isEqualTo(expected);
    }

    private static Object answered(Supplier<Object> step) {
        try {
            return step.get();
        } catch (BookingRefused refused) {
            return refused(refused);
        }
    }

    private static Answer refused(BookingRefused refused) {
        return new Answer.Refused(
                refused.getClass(),
                switch (refused) {
                    case BookingRefused.TooSoon soon -> soon.next();
                    case BookingRefused.NotOpenYet notYet -> notYet.opensAt();
                    default -> null;
                });
    }

    private void book(Book book, String as) {
        var answer = model.book(book, now());
        var given = answered(() -> node.desk().book(request(book)));
        compare(as, answer, given, booked -> model.given(book, booked, seats(answer), heldUntil(), now()));
    }

    private static List<Integer> seats(Answer answer) {
        return ((Answer.Given) answer).windows();
    }

    private void compare(String as, Answer answer, Object given, Consumer<Booked> note) {
        switch (answer) {
            case Answer.Given(var windows) -> {
                assertThat(given).as(as).isInstanceOf(Booked.class);
                var booked = (Booked) given;
                assertThat(booked.places())
                        .as(as)
                        .extracting(Booked.Place::slot)
                        .containsExactlyElementsOf(
                                windows.stream().map(this::slot).toList());
                note.accept(booked);
            }
            case Answer.SameAsBefore(var before) -> {
                assertThat(given).as(as).isInstanceOf(Booked.class);
                assertThat(((Booked) given)
                                .places().stream()
                                        .map(place -> List.of(place.appointment(), place.code(), place.slot())))
                        .as(as)
                        .isEqualTo(before.visits().stream()
                                .map(visit -> List.of(visit.id, visit.code, slot(visit.window)))
                                .toList());
            }
            case Answer.Refused refused -> assertThat(given).as(as).isEqualTo(refused);
            case Answer.Done _ -> throw new IllegalStateException("no answer to a booking");
        }
    }

    private BookingRequest request(Book book) {
        var members = book.people().stream()
                .map(person -> new Member(applications.get(person), people.get(person)))
                .toList();
        return new BookingRequest(
                "key " + book.key(),
                accounts.get(book.account()),
                members,
                slot(book.window()),
                book.second() == book.window() ? null : slot(book.second()),
                terms(book));
    }

    private Terms terms(Book book) {
        var terms = (book.confirmed() ? Terms.confirmed() : Terms.heldUntil(heldUntil()))
                .daysBetween(book.daysBetween())
                .minimumNotice(Duration.ofMinutes(book.minutesNotice()))
                .groupLimit(book.groupLimit());
        var within = book.scoped() ? terms.within(SomeSlots.OFFICE, ServiceLane.VISA, Channel.PUBLIC) : terms;
        return book.offered() ? within.fromOffer(offer(book)) : within;
    }

    private OfferId offer(Book book) {
        var last = model.lastOffer.get(book.window());
        return last == null ? new OfferId(nowhere.value()) : last;
    }

    private PersonMark mark(Nik nik) {
        return PersonMark.of(nik, seals);
    }

    private SlotId slot(int window) {
        return model.exists(window) ? model.window(window).id : nowhere;
    }

    /** Those of the requests that may be decided in one batch are. */
    private void bookTogether(List<Book> requests, String as) {
        var marks = new HashSet<Object>();
        var batch = new ArrayList<Book>();
        var asks = new ArrayList<Ask>();
        for (var one : requests) {
            var book = alone(one);
            var ask = Ask.of(request(book), this::mark, now());
            var own = ask.marks();
            if (own.stream().noneMatch(marks::contains)) {
                marks.addAll(own);
                batch.add(book);
                asks.add(ask);
            }
        }
        var outcomes = decide(asks);
        for (int i = 0; i < batch.size(); i++) {
            var book = batch.get(i);
            var answer = model.book(book, now());
            compare(
                    as + ", number " + (i + 1),
                    answer,
                    told(outcomes.get(i), answer),
                    booked -> model.given(book, booked, seats(answer), heldUntil(), now()));
        }
    }

    /** Without a second window, for such a group is decided alone. */
    private static Book alone(Book book) {
        return new Book(
                book.account(),
                book.key(),
                book.people(),
                book.window(),
                book.window(),
                book.confirmed(),
                book.daysBetween(),
                book.minutesNotice(),
                Terms.MOST_TOGETHER,
                book.scoped(),
                book.offered());
    }

    private List<Outcome> decide(List<Ask> asks) {
        try {
            return node.line().decide(asks, now());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Object told(Outcome outcome, Answer expected) {
        return switch (outcome) {
            case Outcome.Granted(var ask) ->
                new Booked(
                        ask.party(),
                        ask.seats().stream()
                                .map(seat -> new Booked.Place(seat.id(), seat.application(), seat.code(), seat.slot()))
                                .toList());
            case Outcome.GrantedBefore(var party) -> before(new PartyId(party), expected);
            case Outcome.Denied(var reason, var _, var at) ->
                new Answer.Refused(
                        switch (reason) {
                            case KEY_REUSED -> BookingRefused.KeyReused.class;
                            case NO_SUCH_WINDOW, FULL -> BookingRefused.SlotFull.class;
                            case NOT_OPEN_YET -> BookingRefused.NotOpenYet.class;
                            case TOO_LATE -> BookingRefused.TooLate.class;
                            case ALREADY_BOOKED -> BookingRefused.AlreadyBooked.class;
                            case TOO_SOON -> BookingRefused.TooSoon.class;
                            case OFFER_GONE -> BookingRefused.OfferGone.class;
                            case MOVED_MEANWHILE -> BookingRefused.MovedOften.class;
                        },
                        at);
        };
    }

    /** The engine names the party; who is in it the desk tells, in the order the model expects. */
    private Object before(PartyId party, Answer expected) {
        var together =
                node.desk().together(party).stream().collect(Collectors.toMap(Appointment::id, Function.identity()));
        assertThat(expected).isInstanceOf(Answer.SameAsBefore.class);
        return new Booked(
                party,
                ((Answer.SameAsBefore) expected)
                        .granted().visits().stream()
                                .map(visit -> together.get(visit.id))
                                .map(one -> new Booked.Place(one.id(), one.application(), one.code(), one.slot()))
                                .toList());
    }

    private void bookAgain(Visit ended, int key, String as) {
        var again = new Book(
                ended.account,
                key,
                List.of(ended.person),
                ended.window,
                ended.window,
                false,
                0,
                0,
                Terms.MOST_TOGETHER,
                false,
                false);
        var answer = model.bookAgain(ended, again, now());
        var given = answered(() -> booked(node.desk().bookAgain(ended.id, "key " + key, heldUntil())));
        compare(as, answer, given, booked -> model.givenAgain(ended, again, booked, heldUntil(), now()));
    }

    private Booked booked(AppointmentId id) {
        var party = node.desk().find(id).orElseThrow().party();
        return new Booked(
                party,
                node.desk().together(party).stream()
                        .map(one -> new Booked.Place(one.id(), one.application(), one.code(), one.slot()))
                        .toList());
    }

    private void reschedule(Visit visit, int to, int key, String as) {
        same(as, model.reschedule(visit, to, key, now()), () -> {
            var moved = node.desk().reschedule(visit.id, slot(to), "key " + key);
            assertThat(moved.id()).as(as).isEqualTo(visit.id);
            assertThat(moved.code()).as(as).isEqualTo(visit.code);
            return true;
        });
    }

    private void bringBack(String as) {
        var due = model.takeRested(now());
        cameBack.clear();
        kept.clear();
        asLongAsThereAreAny(() -> node.returns().bringBack());
        assertThat(cameBack).as(as).isEqualTo(due);
        due.forEach((window, places) -> model.cameBack(window, places, kept.get(window)));
    }

    private static void asLongAsThereAreAny(Supplier<Integer> sweep) {
        int some;
        do {
            some = sweep.get();
        } while (some > 0);
    }

    /** The tables hold what the model says, and the model what the rules promise. */
    void looksAsItShould(String as) {
        tables.lookAsTheyShould(as, now());
    }

    /** Everything ends, so that the next life meets nothing of this one. */
    @Override
    public void close() {
        clock.forward(Duration.ofDays(1));
        model.wishes.clear();
        asLongAsThereAreAny(() -> node.returns().expireUnclaimed());
        clock.forward(Duration.ofDays(1));
        asLongAsThereAreAny(() -> node.returns().bringBack());
        node.close();
    }
}
