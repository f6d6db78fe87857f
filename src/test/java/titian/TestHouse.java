package titian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import titian.outside.World;
import titian.outside.WorldPorts;

/**
 * Gives the application under test a data folder and an outside world of its own, on whose clock it lives. Tests may
 * move that clock, forward only: others share it.
 */
class TestHouse implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static volatile Clock clock = Clock.systemUTC();

    /** What time it is where tests live. */
    static Instant now() {
        return clock.instant();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var data = freshFolder();
        var world = World.start(data.resolve("outside"), WorldPorts.anyFree());
        TestPropertyValues.of(
                        "titian.data=" + data, "OUTSIDE=" + world.address(), "OUTSIDE_SMTP_PORT=" + world.smtpPort())
                .applyTo(context);
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
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "houses")), "house-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
