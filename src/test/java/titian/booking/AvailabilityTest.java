package titian.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.SlotId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is free, as anybody may read it over the wire: what it says, and that nothing unchanged is sent again. */
@TitianTest
class AvailabilityTest extends AtTheLeanDoor {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jayapura");
    private static final List<String> OFFICES =
            List.of("ambon", "tual", "ternate", "tobelo", "biak", "merauke", "mimika", "manokwari", "sorong");
    private static final AtomicInteger TAKEN = new AtomicInteger();

    OfficeId office;
    LocalDate day;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = OfficeId.of("kanim-" + OFFICES.get(TAKEN.getAndIncrement()));
        day = LocalDate.ofInstant(clock.instant(), ZONE).plusDays(5);
    }

    @Test
    void itSaysDayByDayAndHourByHourHowManyPlacesAreLeft() {
        var nine = window(Channel.PUBLIC, "09:00", 3);
        window(Channel.PUBLIC, "13:30", 5);
        book(minted(pass(AccountId.next(), people(2), office, ServiceLane.PICK_UP, Channel.PUBLIC)), nine, "two");

        var told = ask(null);

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(told.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(told.headers().firstValue("Set-Cookie")).isEmpty();
        var json = json(told);
        assertThat(json.get("office").asString()).isEqualTo(office.value());
        assertThat(json.get("lane").asString()).isEqualTo("PICK_UP");
        assertThat(json.get("zone").asString()).isEqualTo(ZONE.getId());
        assertThat(json.get("days").propertyNames()).containsExactly(day.toString());
        assertThat(json.get("days").get(day.toString()).toString()).isEqualTo("{\"09:00\":1,\"13:30\":5}");
        assertThat(json.get("opening").isEmpty()).isTrue();
    }

    @Test
    void whatIsSetAsideAndWhatIsOverIsToldNobody() {
        window(Channel.PUBLIC, "10:00", 1);
        window(Channel.PRIORITY, "09:00", 4);
        window(Channel.ASSISTED, "09:00", 4);
        window(Channel.PARTNER, "09:00", 4);
        slots.slot(office, Channel.PUBLIC, clock.instant().minusSeconds(60), 4, null);

        assertThat(json(ask(null)).get("days").toString()).isEqualTo("{\"" + day + "\":{\"10:00\":1}}");
    }

    @Test
    void whatIsAnnouncedSaysWhenItOpens() {
        var opensAt = Instant.ofEpochSecond(clock.instant().plusSeconds(7_200).getEpochSecond());
        slots.slot(office, Channel.PUBLIC, at("09:00"), 4, opensAt);

        var json = json(ask(null));

        assertThat(json.get("days").isEmpty()).isTrue();
        assertThat(json.get("opening").get(day.toString()).asString()).isEqualTo(opensAt.toString());
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        window(Channel.PUBLIC, "09:00", 3);
        var first = ask(null);

        var again = ask(tag(first));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(tag(again)).isEqualTo(tag(first)).matches("\"[0-9a-f]{20}\"");
        assertThat(ask("\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aBookingIsSeenAtOnceUnderAnotherTag() {
        var window = window(Channel.PUBLIC, "09:00", 3);
        var before = ask(null);

        book(minted(pass(AccountId.next(), people(1), office, ServiceLane.PICK_UP, Channel.PUBLIC)), window, "one");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var after = ask(tag(before));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(json(after).get("days").get(day.toString()).get("09:00").asInt())
                    .isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jadwal/kanim-atlantis/tersedia",
                "/jadwal/KANIM/tersedia",
                "/jadwal/kanim-ambon/tersedia?layanan=TEA"
            })
    void whatNobodyHasIsMissing(String address) {
        assertThat(get(address, null).statusCode()).isEqualTo(404);
    }

    private SlotId window(Channel channel, String hour, int places) {
        return slots.slot(office, channel, at(hour), places, null);
    }

    private Instant at(String hour) {
        return day.atTime(LocalTime.parse(hour)).atZone(ZONE).toInstant();
    }

    private HttpResponse<String> ask(@Nullable String known) {
        return get("/jadwal/" + office + "/tersedia?layanan=PICK_UP", known);
    }

    private HttpResponse<String> get(String address, @Nullable String known) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .timeout(Duration.ofSeconds(20));
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return Meanwhile.begin(() -> CLIENT.send(request.build(), BodyHandlers.ofString()))
                .ends();
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
