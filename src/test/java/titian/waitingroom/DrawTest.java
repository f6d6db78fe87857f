package titian.waitingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UnsupportedEncodingException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import titian.TitianTest;
import titian.office.OfficeDesk;
import titian.outside.World;
import titian.shared.AccountId;
import titian.shared.OfficeId;

/** What a draw promises: once, by a seed nobody could know or change, and for everyone to check. */
@TitianTest
class DrawTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Releases releases;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketDesk desk;

    @Autowired
    DrawDesk draws;

    @Autowired
    Rounds rounds;

    @Autowired
    HouseKey key;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester browser;

    @Autowired
    OfficeDesk offices;

    @Autowired
    AnnouncementDesk announcements;

    SomeReleases some;

    @BeforeEach
    void releases() {
        some = new SomeReleases(releases, key, clock);
    }

    @Test
    void theOrderIsWhatAnyoneComputesFromThePublishedListAlone() throws GeneralSecurityException {
        var release = some.decided(offices, announcements, OfficeId.of("kanim-tual"), SOON, SOON.plusMinutes(1));
        var promised = page(release, "/undian");
        take(release, 60);
        open(release);

        var list = page(release, "/undian.csv").lines().toList();

        var seed = HexFormat.of().parseHex(told(list, "seed"));
        var fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        var drawn = list.subList(list.indexOf("position,ticket") + 1, list.size());
        var order = drawn.stream().map(row -> row.split(",")[1]).toList();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        assertThat(order)
                .hasSize(60)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(
                        Comparator.comparing(ticket -> HexFormat.of().formatHex(mac.doFinal(ticket.getBytes(UTF_8)))));
        assertThat(drawn).first().asString().startsWith("1,");
        assertThat(told(list, "tickets")).isEqualTo("60");
        assertThat(told(list, "seed_sha256")).isEqualTo(fingerprint);
        assertThat(promised).contains(fingerprint).doesNotContain(told(list, "seed"));
        db.sql("UPDATE waitingroom.release SET closed_at = drawn_at WHERE id = :id")
                .param("id", release.id().value())
                .update();
    }

    @Test
    void nobodyLearnsTheSeedBeforeTheOpening() throws UnsupportedEncodingException {
        var release = some.opening(Duration.ofHours(1));
        take(release, 1);

        draws.gather(release.id());
        draws.draw(release.id());

        var sealed = db.sql("SELECT sealed_seed FROM waitingroom.release WHERE id = :id")
                .param("id", release.id().value())
                .query((row, _) -> row.getBytes(1))
                .single();
        var seed = key.open(release.id(), sealed);
        assertThat(releases.find(release.id()).orElseThrow().seed()).isNull();
        assertThat(HexFormat.of().formatHex(sealed)).doesNotContain(seed.told());
        assertThat(seed).asString().doesNotContain(seed.told());
        assertThat(browser.get().uri(release.address() + "/undian.csv")).hasStatus(404);
        assertThatThrownBy(() -> key.open(ReleaseId.next(), sealed))
                .as("sealed for this release alone")
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new HouseKey("another secret of more than 32 characters").open(release.id(), sealed))
                .as("whoever has the database alone cannot open it")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(seed.told());
    }

    @Test
    void theDatabaseTellsNoOtherSeedThanTheOnePromised() {
        var release = some.opening(SOON);
        world.clock().moveBy(SOON);
        draws.gather(release.id());
        draws.draw(release.id());

        assertThatThrownBy(() -> db.sql("UPDATE waitingroom.release SET seed = :seed WHERE id = :id")
                        .param("seed", Seed.random().told())
                        .param("id", release.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("the_seed_is_the_one_promised");
    }

    @RepeatedTest(3)
    void nodesThatDrawAtOnceDrawOnce() {
        var release = some.opening(SOON);
        take(release, 200);
        world.clock().moveBy(SOON);

        Callable<Boolean> node = () -> {
            draws.gather(release.id());
            return draws.draw(release.id());
        };

        var drew = all(nCopies(8, node));

        open(release);
        assertThat(drew.stream().filter(Future::resultNow).count()).isLessThanOrEqualTo(1);
        assertThat(line(release)).hasSize(200).doesNotHaveDuplicates();
        assertThat(releases.find(release.id()).orElseThrow().drawn()).isEqualTo(200);
    }

    @Test
    void aNodeKilledBetweenTheStepsLeavesTheRestToAnother() {
        var release = some.opening(SOON);
        take(release, 40);
        world.clock().moveBy(SOON);
        draws.gather(release.id());

        transactions.executeWithoutResult(killed -> {
            draws.draw(release.id());
            killed.setRollbackOnly();
        });
        open(release);

        assertThat(line(release)).hasSize(40).doesNotHaveDuplicates();
        assertThat(releases.find(release.id()).orElseThrow().seed()).isNotNull();
    }

    @Test
    void whoeverComesAfterTheOpeningStandsBehindThoseDrawnInOrderOfArrival() {
        var release = some.opening(SOON);
        take(release, 5);
        open(release);

        var late = take(release, 5);
        draws.seat(release.id());

        assertThat(line(release).subList(5, 10)).containsExactlyElementsOf(late);
    }

    @Test
    void whoeverComesAfterTheOpeningAndBeforeTheDrawIsNotInIt() {
        var release = some.opening(SOON);
        var early = take(release, 3);
        world.clock().moveBy(SOON);
        var late = take(release, 2);
        open(release);
        draws.seat(release.id());

        assertThat(line(release).subList(0, 3)).containsExactlyInAnyOrderElementsOf(early);
        assertThat(line(release).subList(3, 5)).containsExactlyElementsOf(late);
        assertThat(releases.find(release.id()).orElseThrow().drawn()).isEqualTo(3);
    }

    @RepeatedTest(3)
    void whoeverTakesATicketWhileTheDrawBeginsGetsOnePlace() {
        var release = some.opening(SOON);
        var steps = new ArrayList<Callable<Boolean>>(IntStream.range(0, 120)
                .<Callable<Boolean>>mapToObj(_ -> () -> {
                    desk.take(release.id(), AccountId.next());
                    return false;
                })
                .toList());
        steps.add(40, () -> {
            world.clock().moveBy(SOON);
            draws.gather(release.id());
            return draws.draw(release.id());
        });

        assertThat(all(steps)).allMatch(step -> step.state() == Future.State.SUCCESS);

        open(release);
        draws.seat(release.id());
        assertThat(line(release)).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void aReleaseNobodyCameForIsDrawnAllTheSame() {
        var release = some.opening(SOON);

        open(release);

        var drawn = releases.find(release.id()).orElseThrow();
        assertThat(drawn.drawn()).isZero();
        assertThat(drawn.phase(clock.instant())).isEqualTo(Release.Phase.ADMITTING);
    }

    private List<String> take(Release release, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> desk.take(release.id(), AccountId.next()).value())
                .toList();
    }

    /** Its moment comes, and a round with it; the house's own rounds may be quicker. */
    private void open(Release release) {
        if (clock.instant().isBefore(release.opensAt())) {
            world.clock().moveTo(release.opensAt());
        }
        org.awaitility.Awaitility.await().until(() -> {
            rounds.goInto(release);
            return releases.find(release.id()).orElseThrow().drawnAt() != null;
        });
    }

    private List<String> line(Release release) {
        return tickets.drawn(release.id(), 0, Integer.MAX_VALUE, 10_000).stream()
                .map(row -> row.ticket().value())
                .toList();
    }

    private String page(Release release, String below) {
        try {
            var answer = browser.get().uri(release.address() + below).exchange();
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(List<String> list, String name) {
        return list.stream()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }

    private static <T> List<Future<T>> all(List<Callable<T>> steps) {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            return everybody.invokeAll(steps);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
