package titian.outside;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stands where Titian would and hears payment notices, answering as it is told to. */
final class Agency implements AutoCloseable {

    /** A notice as it came over the wire. */
    record Heard(String body, String signature) {

        JsonNode json() {
            return Json.read(body);
        }

        String code() {
            return Json.text(json(), "kode_billing");
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private volatile int status = 200;

    Agency() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/simponi/pemberitahuan", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var signature = exchange.getRequestHeaders().getFirst("X-Simponi-Signature");
                exchange.sendResponseHeaders(status, -1);
                heard.add(new Heard(body, String.valueOf(signature)));
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/simponi/pemberitahuan");
    }

    void answerWith(int code) {
        status = code;
    }

    /** The next notice, waited for; nothing when none comes. */
    @Nullable
    Heard next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    /** Whether it stays quiet for a moment. */
    boolean hearsNothing() throws InterruptedException {
        return heard.poll(300, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
