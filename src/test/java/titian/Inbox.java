package titian;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import titian.outside.World;
import tools.jackson.databind.json.JsonMapper;

/** The letters that reached someone in the outside world, and the ills of its post office. */
public final class Inbox {

    /** A letter as its reader sees it. */
    public record Mail(
            long id, String to, String from, String subject, String text, String html, List<Attachment> attachments) {}

    /** A file that came with a letter. */
    public record Attachment(String name, String type, long size, String url) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI world;

    public Inbox(World world) {
        this.world = world.address();
    }

    /** All letters to this address, newest first. */
    public List<Mail> of(String address) {
        var query = "/surat/api?batas=100&kepada=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        var mails = send(HttpRequest.newBuilder(world.resolve(query)).build());
        return Arrays.asList(JSON.readValue(mails, Mail[].class));
    }

    /** The newest letter to this address, once there are that many. */
    public Mail newest(String address, int count) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> of(address).size() >= count);
        return of(address).getFirst();
    }

    /** The letter to this address whose subject has these words, once it has come; letters overtake one another. */
    public Mail about(String address, String subject) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> of(address).stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** From now on the post office has this fault: {@code mati}, {@code putus}, {@code normal}. */
    public void fault(String kind) {
        var body = "{\"layanan\":\"surat\",\"gangguan\":\"" + kind + "\"}";
        send(HttpRequest.newBuilder(world.resolve("/gangguan/api"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException("the outside world said " + answer.statusCode() + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
