package titian.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The stream a screen listens to: {@code /acara?topik=office:kanim-jakarta-selatan}. It says that something changed
 * and never what, so anyone may listen; what to show is asked for with the reader's own rights.
 *
 * <p>The request's virtual thread stays with the screen until it leaves: it alone writes, so a slow reader holds up
 * nobody else.
 */
@Controller
class LiveController {

    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final Pattern TOPIC = Pattern.compile(
            "office:[a-z0-9]+(-[a-z0-9]+){0,20}|application:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LONGEST_TOPIC = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Scripts cannot see a comment, so the beat is an event as well. */
    private static final String BEAT = ":\nevent: detak\ndata:\n\n";

    private final Screens screens;
    private final LiveEvents events;

    LiveController(Screens screens, LiveEvents events) {
        this.screens = screens;
        this.events = events;
    }

    /**
     * Streams what happens to the topic. Whoever connects is told the newest event at once: it may have happened after
     * their page was written, or while they were away. {@code Last-Event-ID} could not say more, for numbers are given
     * out before commits: nothing newer than what was seen does not mean that nothing was missed.
     */
    @GetMapping("/acara")
    void listen(@RequestParam("topik") String topic, HttpServletResponse response) {
        if (topic.length() > LONGEST_TOPIC || !TOPIC.matcher(topic).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var screen = screens.open(topic).orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        try {
            events.newest(topic).ifPresent(screen::tell);
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream(screen, response);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.debug("A screen left", gone);
        } finally {
            screens.leave(screen);
        }
    }

    private static void stream(Screen screen, HttpServletResponse response) throws IOException, InterruptedException {
        write(response, "retry: 3000\n" + BEAT);
        while (!screen.isClosed()) {
            var news = screen.news(HEARTBEAT);
            write(response, news.isPresent() ? event(news, screen.topic()) : BEAT);
        }
    }

    private static String event(OptionalLong news, String topic) {
        return "id: " + news.getAsLong() + "\ndata: " + topic + "\n\n";
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
