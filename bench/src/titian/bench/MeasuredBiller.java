package titian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The biller as the house asks it: which codes were paid, and under which numbers. It knows a payment before it tells. */
final class MeasuredBiller implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\"(\\d{15})\"");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Jakarta"));
    private static final String UNPAID = "{\"response\":{\"code\":\"NF\",\"message\":\"\",\"data\":[]}}";

    private final Map<String, Paid> paid = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** A payment as bank and treasury number it. */
    record Paid(String code, String ntb, String ntpn, Instant at) {}

    MeasuredBiller() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/simponi", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/simponi";
    }

    void pay(Paid payment) {
        paid.put(payment.code(), payment);
    }

    private void answer(HttpExchange asked) throws IOException {
        var question = URLDecoder.decode(new String(asked.getRequestBody().readAllBytes(), UTF_8), UTF_8);
        var code = CODE.matcher(question);
        var found = question.contains("inquirybilling_v2") && code.find() ? paid.get(code.group(1)) : null;
        var answer = (found == null ? UNPAID : told(found)).getBytes(UTF_8);
        asked.getResponseHeaders().add("Content-Type", "application/json");
        asked.sendResponseHeaders(200, answer.length);
        try (var out = asked.getResponseBody()) {
            out.write(answer);
        }
    }

    private static String told(Paid payment) {
        return "{\"response\":{\"code\":\"00\",\"message\":\"\",\"data\":[\"\",\"%s\",\"%s\",\"%s\",\"999\",\"7014\",\"\"]}}"
                .formatted(payment.ntb(), payment.ntpn(), TIME.format(payment.at()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
