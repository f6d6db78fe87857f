package titian.booking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import titian.People;
import titian.TitianTest;
import titian.booking.BookingRequest.Member;
import titian.booking.RulesModel.Answer;
import titian.booking.RulesModel.Rest;
import titian.booking.RulesModel.Visit;
import titian.booking.RulesModel.Window;
import titian.booking.Step.Book;
import titian.office.OfficeDesk;
import titian.office.Policy;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.Nik;
import titian.shared.ServiceLane;

/**
 * Whatever people do, and in whatever order, booking answers what the rules say and the tables hold what the rules say:
 * the model tells both.
 */
@TitianTest
class BookingRulesTest {

    private static final int PEOPLE = 7;
    private static final int ACCOUNTS = 2;
    private static final int UNKNOWN_WINDOW = 10;
    private static final Duration HOLD = Duration.ofMinutes(30);
    private static final Duration OFFER = Duration.ofMinutes(20);

    /** Far ahead, where nothing else of this house lives. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private static final TestContextManager HOUSE = new TestContextManager(BookingRulesTest.class);

    @BeforeContainer
    static void enter() throws Exception {
        HOUSE.beforeTestClass();
    }

    @AfterContainer
    static void leave() throws Exception {
        HOUSE.afterTestClass();
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
    void bookingAndTheTablesDoWhatTheRulesSay(@ForAll("lives") List<Step> steps) {
        try (var life = new Life(HOUSE.getTestContext().getApplicationContext())) {
            life.looksAsItShould("at first");
            for (int i = 0; i < steps.size(); i++) {
                var step = "step %s, %s".formatted(i + 1, steps.get(i));
                life.take(steps.get(i), step);
                life.looksAsItShould(step);
            }
        }
    }

    /** Requests that are decided together come out as if each had come alone, in the order in which they came. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void manyTogetherAreDecidedAsOneByOne(@ForAll("crowds") List<Step> steps) {
        bookingAndTheTablesDoWhatTheRulesSay(steps);
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Arbitraries.frequencyOf(
                        Tuple.of(30, requests().map(Function.identity())),
                        Tuple.of(4, together()),
                        Tuple.of(4, combined(Step.BookAgain::new, 3)),
                        Tuple.of(9, moves()),
                        Tuple.of(3, visits().map(Step.Claim::new)),
                        Tuple.of(8, visits().map(Step.Confirm::new)),
                        Tuple.of(4, visits().map(Step.Release::new)),
                        Tuple.of(6, visits().map(Step.Cancel::new)),
                        Tuple.of(4, visits().map(Step.CheckIn::new)),
                        Tuple.of(3, visits().map(Step.Finish::new)),
                        Tuple.of(4, visits().map(Step.Miss::new)),
                        Tuple.of(4, wishes()),
                        Tuple.of(8, times()),
                        Tuple.of(6, Arbitraries.just(new Step.Expire())),
                        Tuple.of(6, Arbitraries.just(new Step.BringBack())))
                .list()
                .ofMinSize(10)
                .ofMaxSize(45);
    }

    @Provide
    Arbitrary<List<Step>> crowds() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, together()),
                        Tuple.of(2, visits().map(Step.Confirm::new)),
                        Tuple.of(2, visits().map(Step.Release::new)),
                        Tuple.of(1, visits().map(Step.Miss::new)),
                        Tuple.of(2, wishes()),
                        Tuple.of(2, times()),
                        Tuple.of(2, Arbitraries.just(new Step.BringBack())))
                .list()
                .ofMinSize(5)
                .ofMaxSize(15);
    }

    private static Arbitrary<Integer> visits() {
        return Arbitraries.integers().between(0, 20);
    }

    private static Arbitrary<Integer> windows() {
        return Arbitraries.frequency(
                Tuple.of(6, 0),
                Tuple.of(6, 1),
                Tuple.of(5, 2),
                Tuple.of(5, 3),
                Tuple.of(5, 4),
                Tuple.of(2, 5),
                Tuple.of(2, 6),
                Tuple.of(1, 7),
                Tuple.of(3, 8),
                Tuple.of(3, 9),
                Tuple.of(1, UNKNOWN_WINDOW));
    }

    private record Manner(boolean confirmed, int days, int notice, int limit, boolean scoped, boolean offered) {}

    private static Arbitrary<Book> requests() {
        var manners = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 30),
                        Arbitraries.of(0, 0, 60),
                        Arbitraries.of(1, 3, 5, 5, 5, 5),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false, false, false, false))
                .as(Manner::new);
        var people = Arbitraries.integers()
                .between(0, PEOPLE - 1)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
        var second = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(3, 1), Tuple.of(1, -1), Tuple.of(1, 4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, ACCOUNTS - 1),
                        Arbitraries.integers().between(0, 5),
                        people,
                        windows(),
                        second,
                        manners)
                .as((account, key, group, window, step, manner) -> new Book(
                        account,
                        key,
                        group,
                        window,
                        Math.clamp((long) window + step, 0, UNKNOWN_WINDOW),
                        manner.confirmed(),
                        manner.days(),
                        manner.notice(),
                        manner.limit(),
                        manner.scoped(),
                        manner.offered()));
    }

    private static Arbitrary<Step.BookTogether> together() {
        return requests().list().ofMinSize(2).ofMaxSize(8).map(Step.BookTogether::new);
    }

    private static Arbitrary<Step> combined(BiFunction<Integer, Integer, Step> step, int most) {
        return Combinators.combine(visits(), Arbitraries.integers().between(0, most))
                .as(step::apply);
    }

    private static Arbitrary<Step> moves() {
        return Combinators.combine(visits(), windows(), Arbitraries.integers().between(0, 4))
                .as(Step.Reschedule::new);
    }

    private static Arbitrary<Step> wishes() {
        return Combinators.combine(windows(), Arbitraries.integers().between(1, 3))
                .as(Step.Wish::new);
    }

    private static Arbitrary<Step> times() {
        return Arbitraries.of("PT1M", "PT10M", "PT31M", "PT1H", "PT1H", "PT6H", "P1D", "P10D", "P30D")
                .map(Duration::parse)
                .map(Step.Later::new);
    }

    /** One life of the model's world, in the tables and in the model at once. */
    private static final class Life implements AutoCloseable {

        private final JdbcClient db;
        private final StoppedClock clock;
        private final Node node;
        private final Policy policy;
        private final RulesModel model;
        private final List<Nik> people = Stream.generate(() -> People.someone().nik())
                .distinct()
                .limit(PEOPLE)
                .toList();
        private final List<ApplicationId> applications =
                Stream.generate(ApplicationId::next).limit(PEOPLE).toList();
        private final List<AccountId> accounts =
                Stream.generate(AccountId::next).limit(ACCOUNTS).toList();
        private final SlotId nowhere = SlotId.next();
        private final Map<Integer, Integer> cameBack = new HashMap<>();
        private final Map<Integer, Rest> kept = new HashMap<>();

        Life(ApplicationContext house) {
            db = house.getBean(JdbcClient.class);
            var someDay = Duration.of(ThreadLocalRandom.current().nextLong(86_400_000_000L), ChronoUnit.MICROS);
            clock = new StoppedClock(
                    house.getBean(Clock.class).instant().plus(AHEAD).plus(someDay));
            node = new Node(house, clock, this::keepSome);
            var offices = house.getBean(OfficeDesk.class);
            var zone = offices.find(SomeSlots.OFFICE).orElseThrow().zone();
            policy = offices.policy(SomeSlots.OFFICE, LocalDate.ofInstant(now(), zone));
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
                case Step.Reschedule(var which, var to, var key) ->
                    visit(which, visit -> reschedule(visit, to, key, as));
                case Step.Claim(var which) ->
                    visit(which, visit -> {
                        var until = now().plus(Duration.ofHours(2));
                        same(as, model.claim(visit, until), () -> node.desk().claim(visit.id, until));
                    });
                case Step.Confirm(var which) ->
                    visit(
                            which,
                            visit -> same(
                                    as, model.confirm(visit), () -> node.desk().confirm(visit.id)));
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
                var ask = Ask.of(request(book), now());
                var own = ask.marks().toList();
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
                                    .map(seat ->
                                            new Booked.Place(seat.id(), seat.application(), seat.code(), seat.slot()))
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
            var together = node.desk().together(party).stream()
                    .collect(Collectors.toMap(Appointment::id, Function.identity()));
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
            learnWhatRests(as);
            assertThat(inTables()).as(as).isEqualTo(inModel());
            assertThat(appointments())
                    .as(as)
                    .isEqualTo(
                            model.visits.stream().collect(Collectors.toMap(visit -> visit.id.value(), Life::written)));
            for (int i = 0; i < model.windows.size(); i++) {
                var window = model.window(i);
                assertThat(window.taken).as(as).isBetween(0, window.capacity);
                assertThat(window.taken)
                        .as("%s: taken are the live, the resting and the used up of window %s", as, i)
                        .isEqualTo((int) (model.live(i) + model.over(i)) + model.resting(i));
            }
            assertThat(model.visits.stream()
                            .filter(visit -> visit.state.isLive())
                            .map(visit -> visit.person))
                    .as("%s: one live appointment each", as)
                    .doesNotHaveDuplicates();
        }

        private record Counted(int taken, int live, int resting) {}

        private Map<UUID, Counted> inModel() {
            return IntStream.range(0, model.windows.size())
                    .boxed()
                    .collect(Collectors.toMap(
                            i -> model.window(i).id.value(),
                            i -> new Counted(model.window(i).taken, (int) model.live(i), model.resting(i))));
        }

        private Map<UUID, Counted> inTables() {
            var counted = new HashMap<UUID, Counted>();
            db.sql("""
                            SELECT slot.id,
                                   slot.taken,
                                   (SELECT count(*)
                                      FROM booking.appointment
                                     WHERE appointment.slot = slot.id
                                       AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')) AS live,
                                   (SELECT coalesce(sum(places), 0)
                                      FROM booking.resting_place
                                     WHERE resting_place.slot = slot.id)                 AS resting
                              FROM booking.slot
                             WHERE slot.id = ANY (:slots)
                            """).param("slots", slots()).query(row -> {
                counted.put(
                        row.getObject("id", UUID.class),
                        new Counted(row.getInt("taken"), row.getInt("live"), row.getInt("resting")));
            });
            return counted;
        }

        private UUID[] slots() {
            return model.windows.stream().map(window -> window.id.value()).toArray(UUID[]::new);
        }

        private static List<Object> written(Visit visit) {
            return List.of(visit.state.name(), visit.moves, visit.claimed, visit.bookedAt);
        }

        private Map<UUID, List<Object>> appointments() {
            var found = new HashMap<UUID, List<Object>>();
            db.sql("""
                            SELECT id, state, moves, claimed, booked_at
                              FROM booking.appointment
                             WHERE account = ANY (:accounts)
                               AND nik = ANY (:niks)
                            """)
                    .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                    .param("niks", people.stream().map(Nik::value).toArray(String[]::new))
                    .query(row -> {
                        found.put(
                                row.getObject("id", UUID.class),
                                List.of(
                                        row.getString("state"),
                                        row.getInt("moves"),
                                        row.getBoolean("claimed"),
                                        row.getObject("booked_at", OffsetDateTime.class)
                                                .toInstant()));
                    });
            return found;
        }

        /** How long a place rests is chance, so it is read; that it does, where and within which bounds is not. */
        private void learnWhatRests(String as) {
            var known = model.rests.stream().map(Rest::id).collect(Collectors.toSet());
            db.sql("SELECT id, slot, places, back_at FROM booking.resting_place WHERE slot = ANY (:slots)")
                    .param("slots", slots())
                    .query(row -> {
                        if (!known.contains(row.getObject("id", UUID.class))) {
                            var backAt = row.getObject("back_at", OffsetDateTime.class)
                                    .toInstant();
                            assertThat(backAt)
                                    .as(as)
                                    .isBetween(
                                            now().plus(policy.returnDelay().least()),
                                            now().plus(policy.returnDelay().most()));
                            model.rests.add(new Rest(
                                    row.getObject("id", UUID.class),
                                    windowOf(row.getObject("slot", UUID.class)),
                                    row.getInt("places"),
                                    backAt));
                        }
                    });
        }

        private int windowOf(UUID slot) {
            return IntStream.range(0, model.windows.size())
                    .filter(i -> model.window(i).id.value().equals(slot))
                    .findFirst()
                    .orElseThrow();
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
}
