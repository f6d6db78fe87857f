package titian.booking;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import titian.Titian;
import titian.TitianTest;
import titian.shared.PartyId;
import titian.slot.SlotId;

/** The whole program twice, on one database, each at a port of its own: whichever is asked, a place is given once. */
@TitianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoHousesTest extends AtTheLeanDoor {

    private static final int PEOPLE = 120;
    private static final int PLACES = 20;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Environment settings;

    ConfigurableApplicationContext other;
    int otherPort;

    @BeforeAll
    void anotherHouse() {
        other = new SpringApplicationBuilder(Titian.class)
                .profiles("development")
                .initializers(house -> ((GenericApplicationContext) house)
                        .registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(theSame("titian.data", "OUTSIDE", "OUTSIDE_SMTP_PORT"));
        otherPort = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private String[] theSame(String... names) {
        return Stream.concat(
                        Stream.of(names).map(name -> "--" + name + "=" + settings.getRequiredProperty(name)),
                        Stream.of(
                                "--server.port=0",
                                "--spring.datasource.url=" + database.getJdbcUrl(),
                                "--spring.datasource.username=" + database.getUsername(),
                                "--spring.datasource.password=" + database.getPassword()))
                .toArray(String[]::new);
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    /** Everybody clicks twice, once at each house. */
    @Test
    void aCrowdAtTwoHousesTakesAsManyPlacesAsThereAre() throws Exception {
        assertThat(otherPort).isNotEqualTo(port);
        var wanted = slots.slot(PLACES);
        var everybody = IntStream.range(0, PEOPLE).mapToObj(_ -> pass()).toList();

        var answers = allAtOnce(everybody.stream()
                .flatMap(pass -> Stream.<Callable<String>>of(
                        () -> bookAt(port, pass, wanted), () -> bookAt(otherPort, pass, wanted)))
                .toList());

        for (int person = 0; person < PEOPLE; person++) {
            assertThat(answers.get(2 * person + 1)).as("the other house says").isEqualTo(answers.get(2 * person));
        }
        assertThat(answers.stream()
                        .filter(answer -> answer.startsWith("/lanjut"))
                        .distinct())
                .hasSize(PLACES);
        assertThat(taken(wanted)).isEqualTo(PLACES);
        assertThat(db.sql("SELECT count(DISTINCT person) FROM booking.appointment WHERE slot = :slot")
                        .param("slot", wanted.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(PLACES);
    }

    @Test
    void whatOneHouseGaveTheOtherKnows() {
        var pass = pass();

        var booked = bookAt(otherPort, pass, slot);

        assertThat(booked).startsWith("/lanjut?pesanan=");
        assertThat(desk.together(PartyId.of(booked.substring("/lanjut?pesanan=".length()))))
                .hasSize(1);
        assertThat(bookAt(port, pass, slot)).isEqualTo(booked);
        assertThat(taken(slot)).isEqualTo(1);
    }

    private String bookAt(int house, String pass, SlotId window) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house + "/pesan"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("pass", pass, "slot", window.toString(), "key", "click"))))
                .build();
        return location(Meanwhile.begin(() -> CLIENT.send(request, BodyHandlers.ofString()))
                .ends());
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> attempts) throws InterruptedException {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(attempts, 60, SECONDS).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
