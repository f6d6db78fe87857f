package titian.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static titian.People.someone;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** Booking with a pass, over the wire: whatever is sent, only the bearer of a good pass books, and only what it says. */
@TitianTest
class LeanDoorTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @LocalServerPort
    int port;

    @Value("${titian.secret}")
    String secret;

    @Autowired
    BookingDesk desk;

    @Autowired
    Engine engine;

    @Autowired
    BookingPasses passes;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    SomeSlots slots;
    SlotId slot;

    @BeforeEach
    void aWindowForTwo() {
        slots = new SomeSlots(db, clock);
        slot = slots.slot(2);
    }

    @Test
    void aGoodPassBooksAndLeadsOn() {
        var answer = book(pass(), slot, "once");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).startsWith("/lanjut?pesanan=");
        var party = PartyId.of(location(answer).substring("/lanjut?pesanan=".length()));
        assertThat(desk.together(party)).singleElement().satisfies(booked -> {
            assertThat(booked.slot()).isEqualTo(slot);
            assertThat(booked.state()).isEqualTo(AppointmentState.HELD);
        });
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
    }

    @Test
    void aDoubleClickIsAnsweredTheSameTwice() {
        var pass = pass();

        assertThat(location(book(pass, slot, "click"))).isEqualTo(location(book(pass, slot, "click")));

        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void aKeyUsedAgainForAnotherWindowIsAConflict() {
        var pass = pass();
        var other = slots.slot(2);
        book(pass, slot, "key");

        assertThat(book(pass, other, "key").statusCode()).isEqualTo(409);

        assertThat(taken(slot)).isEqualTo(1);
        assertThat(taken(other)).isZero();
    }

    @Test
    void aKeyUsedAgainForOtherPeopleIsAConflict() {
        var account = AccountId.next();
        book(minted(pass(account, people(1))), slot, "key");

        assertThat(book(minted(pass(account, people(1))), slot, "key").statusCode())
                .isEqualTo(409);

        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherAccountIsAnotherKey() {
        book(pass(), slot, "1");

        assertThat(location(book(pass(), slot, "1"))).startsWith("/lanjut?");

        assertThat(taken(slot)).isEqualTo(2);
    }

    @Test
    void aPassThatWasChangedAnywhereIsForged() {
        var bytes = Base64.getUrlDecoder().decode(pass());
        for (int at = 0; at < bytes.length; at += 7) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(book(encoded(changed), slot, "key").statusCode())
                    .as("byte %s", at)
                    .isEqualTo(403);
        }
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aPassCutShortOrMadeLongerIsForged() {
        var pass = pass();
        for (int length = 1; length < pass.length(); length += 11) {
            assertThat(book(pass.substring(0, length), slot, "key").statusCode())
                    .as("%s characters", length)
                    .isEqualTo(403);
        }
        assertThat(book(pass + "AAAA", slot, "key").statusCode()).isEqualTo(403);
        assertThat(book(pass + pass.repeat(20), slot, "key").statusCode()).isEqualTo(403);
        assertThat(taken(slot)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "====", "../../etc/passwd", "<script>", "%00", "0", "Titian", "é", "\u0000"})
    void whatIsNoPassAtAllIsForged(String token) {
        assertThat(book(token, slot, "key").statusCode()).isEqualTo(403);
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aPassIsGoodUntilItExpires() {
        var now = clock.instant();
        var expired = expiring(now.minusMillis(1));

        assertThat(book(minted(expired), slot, "key").statusCode()).isEqualTo(403);
        assertThat(book(minted(expiring(now.plusSeconds(60))), slot, "key").statusCode())
                .isEqualTo(303);
        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void aPassOfAnotherHouseIsForged() {
        var other = new BookingPasses("another-house-secret-0123456789abcdef", clock);
        var same = new BookingPasses(secret, clock);

        assertThat(book(other.mint(pass(AccountId.next(), people(1))), slot, "key")
                        .statusCode())
                .isEqualTo(403);
        assertThat(book(same.mint(pass(AccountId.next(), people(1))), slot, "key")
                        .statusCode())
                .as("another node of this house")
                .isEqualTo(303);
    }

    @Test
    void aPassLetsNobodyIntoAnotherOfficeLaneOrChannel() {
        var members = people(1);
        var lane = pass(AccountId.next(), members, SomeSlots.OFFICE, ServiceLane.PASSPORT, Channel.PARTNER);
        var channel = pass(AccountId.next(), members, SomeSlots.OFFICE, ServiceLane.VISA, Channel.PUBLIC);
        var office = pass(AccountId.next(), members, OfficeId.of("kanim-jayapura"), ServiceLane.VISA, Channel.PARTNER);

        for (var foreign : List.of(lane, channel, office)) {
            assertThat(location(book(minted(foreign), slot, "key"))).isEqualTo("/ulang?a=1&alasan=penuh&jam=" + slot);
        }
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aWindowThatHasBegunOrIsUnknownOrFullOrNotOpenIsRefused() {
        var begun = slots.slot(SomeSlots.OFFICE, clock.instant().minusSeconds(60), 2);
        var unknown = SlotId.next();
        var full = slots.slot(1);
        book(pass(), full, "first");
        var announced = slots.slot(2);
        var opensAt = clock.instant().plus(Duration.ofHours(3));
        db.sql("UPDATE booking.slot SET opens_at = :at WHERE id = :slot")
                .param("at", opensAt.atOffset(java.time.ZoneOffset.UTC))
                .param("slot", announced.value())
                .update();

        assertThat(location(book(pass(), begun, "key"))).isEqualTo("/ulang?a=1&alasan=terlambat&jam=" + begun);
        assertThat(location(book(pass(), unknown, "key"))).isEqualTo("/ulang?a=1&alasan=penuh&jam=" + unknown);
        assertThat(location(book(pass(), full, "key"))).isEqualTo("/ulang?a=1&alasan=penuh&jam=" + full);
        assertThat(location(book(pass(), announced, "key")))
                .isEqualTo("/ulang?a=1&alasan=belum-dibuka&mulai=" + URLEncoder.encode(opensAt.toString(), UTF_8)
                        + "&jam=" + announced);
        assertThat(taken(begun) + taken(announced)).isZero();
    }

    @Test
    void aGroupLargerThanTheRulesIsRefusedAsAWhole() {
        var five = slots.slot(10);
        var allowed = minted(pass(AccountId.next(), people(5)));
        var tooMany = minted(pass(AccountId.next(), people(6)));
        var huge = minted(pass(AccountId.next(), people(40)));

        assertThat(location(book(allowed, five, "key"))).startsWith("/lanjut?");
        assertThat(location(book(tooMany, five, "key"))).isEqualTo("/ulang?a=1&alasan=rombongan&jam=" + five);
        assertThat(location(book(huge, five, "key"))).isEqualTo("/ulang?a=1&alasan=rombongan&jam=" + five);
        assertThat(taken(five)).isEqualTo(5);
    }

    @Test
    void aGroupThatDoesNotFitTakesNothing() {
        assertThat(location(book(minted(pass(AccountId.next(), people(3))), slot, "key")))
                .isEqualTo("/ulang?a=1&alasan=penuh&jam=" + slot);

        assertThat(taken(slot)).isZero();
    }

    @Test
    void aFormThatLacksSomethingOrSaysNonsenseIsMalformed() {
        var pass = pass();
        var wellFormed = Map.of("pass", pass, "slot", slot.toString(), "key", "key");
        for (var missing : wellFormed.keySet()) {
            var form = new LinkedHashMap<>(wellFormed);
            form.remove(missing);
            assertThat(post(form).statusCode()).as("without %s", missing).isEqualTo(400);
        }
        for (var nonsense : List.of("", "1", "-1", slot + "0".repeat(40), "' OR 1=1", "null")) {
            assertThat(post(Map.of("pass", pass, "slot", nonsense, "key", "key"))
                            .statusCode())
                    .as("slot %s", nonsense)
                    .isEqualTo(400);
        }
        for (var nonsense : List.of("", "   ", "k".repeat(201))) {
            assertThat(post(Map.of("pass", pass, "slot", slot.toString(), "key", nonsense))
                            .statusCode())
                    .as("key %s", nonsense)
                    .isEqualTo(400);
        }
        assertThat(send("POST", "application/json", "{\"pass\":1}").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "application/x-www-form-urlencoded", "pass=%zz&slot=%&key")
                        .statusCode())
                .isEqualTo(400);
        assertThat(taken(slot)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE2"})
    void onlyPostBooks(String method) {
        var form = form(Map.of("pass", pass(), "slot", slot.toString(), "key", "key"));

        var answer = send(method, "application/x-www-form-urlencoded", form);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(taken(slot)).isZero();
    }

    @Test
    void aKeyMayHoldAnyCharacters() {
        for (var key : List.of("\u0000", "kunci ä 🛂", "'; DROP TABLE", "k".repeat(200))) {
            assertThat(location(book(pass(), slots.slot(1), key))).startsWith("/lanjut?");
        }
    }

    /** The window's row is held, so that whoever came first has to wait and the others fill the queue behind. */
    @Test
    void whenTooManyWaitTheNextIsToldWhenToComeAgainAndThenIsServed() {
        var hot = slots.slot(Engine.MOST_WAITING + 10);
        var pass = pass();
        var waiting = new ArrayList<Meanwhile<Outcome>>();
        try (var pause = Pause.before(database, hot)) {
            waiting.add(Meanwhile.begin(() -> engine.decide(ask(hot))));
            pause.untilWaiting(1);
            IntStream.range(0, Engine.MOST_WAITING)
                    .forEach(_ -> waiting.add(Meanwhile.begin(() -> engine.decide(ask(hot)))));
            Meanwhile.untilAllWait(waiting);

            var answer = book(pass, hot, "patient");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
        }

        assertThat(waiting).allSatisfy(one -> assertThat(one.ends()).isInstanceOf(Outcome.Granted.class));
        assertThat(location(book(pass, hot, "patient"))).startsWith("/lanjut?");
        assertThat(taken(hot)).isEqualTo(Engine.MOST_WAITING + 2);
    }

    private Ask ask(SlotId slot) {
        var request = BookingRequest.of(
                "key",
                AccountId.next(),
                ApplicationId.next(),
                someone().nik(),
                slot,
                Terms.heldUntil(clock.instant().plusSeconds(600)));
        return Ask.of(request, clock.instant());
    }

    private String pass() {
        return minted(pass(AccountId.next(), people(1)));
    }

    private String minted(BookingPass pass) {
        return passes.mint(pass);
    }

    private static List<Member> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> new Member(ApplicationId.next(), someone().nik()))
                .toList();
    }

    private BookingPass pass(AccountId account, List<Member> members) {
        return pass(account, members, SomeSlots.OFFICE, ServiceLane.VISA, Channel.PARTNER);
    }

    private BookingPass pass(
            AccountId account, List<Member> members, OfficeId office, ServiceLane lane, Channel channel) {
        return pass(
                account,
                members,
                new Terms.Scope(office, lane, channel),
                clock.instant().plusSeconds(600));
    }

    private BookingPass expiring(Instant at) {
        var within = new Terms.Scope(SomeSlots.OFFICE, ServiceLane.VISA, Channel.PARTNER);
        return pass(AccountId.next(), people(1), within, at);
    }

    private static BookingPass pass(AccountId account, List<Member> members, Terms.Scope within, Instant expires) {
        return new BookingPass(
                account,
                members,
                within,
                Duration.ofMinutes(5),
                30,
                Duration.ZERO,
                5,
                null,
                "/lanjut",
                "/ulang?a=1",
                expires);
    }

    private HttpResponse<String> book(String pass, SlotId slot, String key) {
        return post(Map.of("pass", pass, "slot", slot.toString(), "key", key));
    }

    private HttpResponse<String> post(Map<String, String> form) {
        return send("POST", "application/x-www-form-urlencoded", form(form));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(String method, String contentType, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pesan"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return Meanwhile.begin(() -> CLIENT.send(request, BodyHandlers.ofString()))
                .ends();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("answered " + answer.statusCode()));
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private int taken(SlotId slot) {
        return desk.slot(slot).orElseThrow().taken();
    }
}
