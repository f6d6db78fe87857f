package titian.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static titian.People.someone;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.PartyId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Booking with a pass, over the wire: whoever has a good one gets what it says, once, or is told why not. */
@TitianTest
class LeanDoorTest extends AtTheLeanDoor {

    @Autowired
    Seals seals;

    @Autowired
    Engine engine;

    @Autowired
    DataSource database;

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
    void aWindowThatHasBegunOrIsUnknownOrFullOrNotOpenIsRefused() {
        var begun = slots.slot(SomeSlots.OFFICE, clock.instant().minusSeconds(60), 2);
        var unknown = SlotId.next();
        var full = slots.slot(1);
        book(pass(), full, "first");
        var announced = slots.slot(2);
        var opensAt = clock.instant().plus(Duration.ofHours(3));
        db.sql("UPDATE booking.slot SET opens_at = :at WHERE id = :slot")
                .param("at", opensAt.atOffset(ZoneOffset.UTC))
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
        for (var key : List.of("kunci ä 🛂", "'; DROP TABLE", "k".repeat(200))) {
            assertThat(location(book(pass(), slots.slot(1), key))).startsWith("/lanjut?");
        }
    }

    /** The window's row is held, so that whoever came first has to wait, a batch waits behind and others fill the queue. */
    @Test
    void whenTooManyWaitTheNextIsToldWhenToComeAgainAndThenIsServed() {
        var hot = slots.slot(Engine.MOST_TOGETHER + Engine.MOST_WAITING + 10);
        var pass = pass();
        var waiting = new ArrayList<Meanwhile<Outcome>>();
        try (var pause = Pause.before(database, hot)) {
            waiting.add(Meanwhile.begin(() -> engine.decide(ask(hot))));
            pause.untilWaiting(1);
            begin(Engine.MOST_TOGETHER, hot, waiting);
            pause.untilWaiting(2);
            begin(Engine.MOST_WAITING, hot, waiting);
            Meanwhile.untilAllWait(waiting);

            var answer = book(pass, hot, "patient");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
        }

        assertThat(waiting).allSatisfy(one -> assertThat(one.ends()).isInstanceOf(Outcome.Granted.class));
        assertThat(location(book(pass, hot, "patient"))).startsWith("/lanjut?");
        assertThat(taken(hot)).isEqualTo(waiting.size() + 1);
    }

    private void begin(int callers, SlotId slot, Collection<Meanwhile<Outcome>> waiting) {
        IntStream.range(0, callers).forEach(_ -> waiting.add(Meanwhile.begin(() -> engine.decide(ask(slot)))));
    }

    private Ask ask(SlotId slot) {
        var request = BookingRequest.of(
                "key",
                AccountId.next(),
                ApplicationId.next(),
                someone().nik(),
                slot,
                Terms.heldUntil(clock.instant().plusSeconds(600)));
        return Ask.of(request, nik -> PersonMark.of(nik, seals), clock.instant());
    }
}
