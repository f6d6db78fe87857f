package titian.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.booking.BookingRequest.Member;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Somebody who books over the wire, with a pass or with what should be one. */
abstract class AtTheLeanDoor {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @LocalServerPort
    int port;

    @Autowired
    BookingDesk desk;

    @Autowired
    BookingPasses passes;

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

    String pass() {
        return minted(pass(AccountId.next(), people(1)));
    }

    BookingPass pass(AccountId account, List<Member> members) {
        return pass(account, members, SomeSlots.OFFICE, ServiceLane.VISA, Channel.PARTNER);
    }

    BookingPass pass(AccountId account, List<Member> members, OfficeId office, ServiceLane lane, Channel channel) {
        return pass(
                account,
                members,
                new Terms.Scope(office, lane, channel),
                clock.instant().plusSeconds(600));
    }

    static BookingPass pass(AccountId account, List<Member> members, Terms.Scope within, Instant expires) {
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

    String minted(BookingPass pass) {
        return passes.mint(pass);
    }

    static List<Member> people(int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> new Member(ApplicationId.next(), someone().nik()))
                .toList();
    }

    HttpResponse<String> book(String pass, SlotId slot, String key) {
        return post(Map.of("pass", pass, "slot", slot.toString(), "key", key));
    }

    HttpResponse<String> post(Map<String, String> form) {
        return send("POST", "application/x-www-form-urlencoded", form(form));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> send(String method, String contentType, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pesan"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return Meanwhile.begin(() -> CLIENT.send(request, BodyHandlers.ofString()))
                .ends();
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("answered " + answer.statusCode()));
    }

    int taken(SlotId slot) {
        return desk.slot(slot).orElseThrow().taken();
    }
}
