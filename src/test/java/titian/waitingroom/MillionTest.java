package titian.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import titian.TitianTest;
import titian.outside.World;
import titian.shared.AccountId;

/**
 * How long it takes with a million people. It measures for minutes and is run when one wants to know:
 * {@code mvn test -Dtest=MillionTest -Dtitian.million=true}.
 */
@TitianTest
@EnabledIfSystemProperty(named = "titian.million", matches = "true")
class MillionTest {

    private static final int MILLION = 1_000_000;
    private static final int TAKERS = 20_000;
    private static final int AT_ONCE = 64;

    @Autowired
    Releases releases;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDesk desk;

    @Autowired
    DrawDesk draws;

    @Autowired
    HouseKey key;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Test
    void aMillionTicketsAreDrawnFoundAndCheckedInSeconds(@TempDir Path folder) throws Exception {
        var release = new SomeReleases(releases, key, clock).opening(Duration.ofHours(3));
        var taken = took("taking %d tickets, %d at a time".formatted(TAKERS, AT_ONCE), () -> take(release));
        fill(release, MILLION - TAKERS);
        world.clock().moveTo(release.opensAt());

        var drawn = took("drawing a million tickets", () -> {
            draws.gather(release.id());
            draws.draw(release.id());
            return releases.find(release.id()).orElseThrow().drawn();
        });
        var late = took("as many late comers, %d at a time".formatted(AT_ONCE), () -> take(release));
        took("giving them their places", () -> {
            draws.seat(release.id());
            return 0;
        });
        took("finding a thousand places", () -> find(late));
        var list = took("writing the list", () -> list(release));

        assertThat(drawn).isEqualTo(MILLION);
        assertThat(taken).hasSize(TAKERS);
        var file = Files.writeString(folder.resolve("undian.csv"), list);
        assertThat(took("checking the list", () -> verdict(file))).contains("is true", "1000000 tickets");
    }

    private List<AccountId> take(Release release) {
        var accounts = Stream.generate(AccountId::next).limit(TAKERS).toList();
        try (var doors = Executors.newFixedThreadPool(AT_ONCE)) {
            var taking = accounts.stream()
                    .<Callable<TicketId>>map(account -> () -> desk.take(release.id(), account))
                    .toList();
            assertThat(doors.invokeAll(taking)).allMatch(done -> done.state() == Future.State.SUCCESS);
            return accounts;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(Release release, int count) {
        db.sql("SET statement_timeout = '10min'").update();
        for (int i = 0; i < count / 20_000; i++) {
            db.sql("""
                            INSERT INTO waitingroom.ticket (release, account, id, by_lot, taken_at)
                            SELECT :release, gen_random_uuid(),
                                   translate(regexp_replace(upper(left(replace(CAST(gen_random_uuid() AS text), '-', ''), 20)),
                                             '(.{5})(?=.)', '\\1-', 'g'), 'ILOU', '110V'), true, now()
                              FROM generate_series(1, 20000)
                            """).param("release", release.id().value()).update();
        }
    }

    private int find(List<AccountId> accounts) {
        var release = releases.opened(clock.instant(), 1000).getLast();
        return (int) IntStream.range(0, 1000)
                .filter(i -> tickets.find(release.id(), accounts.get(i)).isPresent())
                .count();
    }

    private String list(Release release) {
        try {
            return browser.get()
                    .uri(release.address() + "/undian.csv")
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verdict(Path list) {
        try {
            var check = new ProcessBuilder("bin/verify-draw", list.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T took(String what, Supplier<T> work) {
        var from = System.nanoTime();
        var result = work.get();
        System.out.printf("Measured: %s took %d ms%n", what, (System.nanoTime() - from) / 1_000_000);
        return result;
    }
}
