package titian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import titian.outside.World;
import titian.outside.WorldPorts;
import titian.postgres.UnpackedServer;

/**
 * Gives the application under test a data folder and an outside world of its own, on whose clock it lives. Tests may
 * move that clock, forward only: others share it.
 */
class TestHouse implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * Nine in the morning of an ordinary Tuesday, whenever the tests run: none is red because it is Sunday, or New Year, or
     * tomorrow already in Jakarta. Whoever wants to see them at another hour names it.
     */
    private static final Instant BEGINS = Instant.parse(System.getProperty("titian.begins", "2026-12-01T02:00:00Z"));

    /** As ever, but that a commit does not wait for the disk: no test cuts the power, and disks differ. */
    private static final String SESSION = "SET statement_timeout = '15s'; SET synchronous_commit = off";

    /** A busy machine takes its time; whoever waits for what has come already waits no longer for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration OFTEN = Duration.ofMillis(50);

    private static volatile Clock clock = Clock.systemUTC();

    /** What time it is where tests live. */
    static Instant now() {
        return clock.instant();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(OFTEN);
        var data = freshFolder();
        var world = World.start(data.resolve("outside"), WorldPorts.anyFree());
        TestPropertyValues.of(
                        "titian.data=" + data,
                        "OUTSIDE=" + world.address(),
                        "OUTSIDE_SMTP_PORT=" + world.smtpPort(),
                        "spring.datasource.hikari.connection-init-sql=" + SESSION)
                .applyTo(context);
        world.clock().moveTo(BEGINS);
        clock = world.clock();
        var house = (GenericApplicationContext) context;
        house.registerBean("world", World.class, () -> world);
        house.registerBean("movableClock", Clock.class, world::clock, bean -> bean.setPrimary(true));
        ApplicationListener<WebServerInitializedEvent> opened = event -> world.sendNoticesTo(
                URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + "/simponi/pemberitahuan"));
        house.addApplicationListener(opened);
    }

    private static Path freshFolder() {
        try {
            var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "houses")), "house-");
            UnpackedServer.into(data);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
