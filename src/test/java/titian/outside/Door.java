package titian.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one HTTP door of the outside world: every service hangs its paths on it. */
final class Door implements AutoCloseable {

    /** Whoever answers what is asked at a path. */
    interface Handler {
        Answer answer(Request request) throws IOException, InterruptedException;
    }

    private record Way(String method, List<String> path, Handler handler) {}

    private static final System.Logger LOG = System.getLogger(Door.class.getName());
    private static final int LARGEST_REQUEST = 1 << 20;

    static {
        // Without it the second small packet of an answer waits for the first to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Way> ways = new ArrayList<>();

    Door(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on port " + port, taken);
        }
        server.setExecutor(workers);
        server.createContext("/", this::serve);
    }

    /** Answers a GET. A part of the path in braces takes any value. */
    void get(String path, Handler handler) {
        ways.add(new Way("GET", parts(path), handler));
    }

    void post(String path, Handler handler) {
        ways.add(new Way("POST", parts(path), handler));
    }

    void open() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (answer(exchange)) {
                case Answer.HungUp _ -> throw new IOException("hung up on purpose");
                case Answer.Sent sent -> send(exchange, sent);
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            if (body.length > LARGEST_REQUEST) {
                return Answer.problem(413, "Permintaan terlalu besar");
            }
            return find(exchange, new String(body, StandardCharsets.UTF_8));
        } catch (BadRequest asked) {
            return Answer.problem(400, String.valueOf(asked.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.HungUp();
        } catch (RuntimeException bug) {
            LOG.log(
                    Level.ERROR,
                    "the outside world failed to answer "
                            + exchange.getRequestURI().getPath(),
                    bug);
            return Answer.problem(500, "Dunia luar gagal menjawab; lihat catatannya");
        }
    }

    private Answer find(HttpExchange exchange, String body) throws IOException, InterruptedException {
        var method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        var path = parts(exchange.getRequestURI().getPath());
        var found = ways.stream().filter(way -> leadsTo(way, path)).toList();
        for (var way : found) {
            if (way.method().equals(method)) {
                var query = Request.pairs(exchange.getRequestURI().getRawQuery());
                return way.handler().answer(new Request(places(way, path), query, heads(exchange), body));
            }
        }
        return found.isEmpty()
                ? Answer.problem(404, "Alamat ini tidak ada")
                : Answer.problem(405, "Cara memanggil alamat ini salah");
    }

    private static Map<String, String> heads(HttpExchange exchange) {
        var heads = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> heads.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return heads;
    }

    private static void send(HttpExchange exchange, Answer.Sent sent) throws IOException {
        sent.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
        if (exchange.getRequestMethod().equals("HEAD") || sent.body().length == 0) {
            exchange.sendResponseHeaders(sent.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(sent.status(), sent.body().length);
        exchange.getResponseBody().write(sent.body());
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/"));
    }

    private static boolean leadsTo(Way way, List<String> path) {
        if (way.path().size() != path.size()) {
            return false;
        }
        for (var i = 0; i < path.size(); i++) {
            if (!isPlace(way.path().get(i)) && !way.path().get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> places(Way way, List<String> path) {
        var places = new HashMap<String, String>();
        for (var i = 0; i < path.size(); i++) {
            var part = way.path().get(i);
            if (isPlace(part)) {
                places.put(part.substring(1, part.length() - 1), path.get(i));
            }
        }
        return places;
    }

    private static boolean isPlace(String part) {
        return part.startsWith("{");
    }
}
