package titian;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import titian.outside.World;
import tools.jackson.databind.json.JsonMapper;

/** The messages that reached telephones in the outside world. */
public final class Telephones {

    /** A message as its reader sees it. */
    public record Message(String id, String channel, String to, String text, String at) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;

    public Telephones(World world) {
        this.world = world;
    }

    /** A number nobody has, as the whole world dials it. */
    public static String someNumber() {
        return "+62812" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }

    /** All messages to this number, newest first. */
    public List<Message> of(String number) {
        var asked = HttpRequest.newBuilder(world.address().resolve("/ponsel/api?kepada=" + number.replace("+", "%2B")))
                .build();
        try {
            var answer = HTTP.send(asked, HttpResponse.BodyHandlers.ofString());
            return Arrays.asList(JSON.readValue(answer.body(), Message[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The newest message to this number with these words, once it has come. */
    public Message about(String number, String words) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> of(number).stream()
                                .filter(message -> message.text().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
