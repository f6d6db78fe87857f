package titian.outside;

import static titian.outside.Fault.Kind.GALAT;
import static titian.outside.Fault.Service.PONSEL;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The gateway to telephones and the telephones themselves: it takes SMS and WhatsApp messages, and shows them. */
final class PhoneGateway implements AutoCloseable {

    private static final String KEY = "Bearer ponsel-dev";
    private static final Set<String> CHANNELS = Set.of("sms", "whatsapp");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final int LONGEST = 1000;
    private static final int MOST = 100;

    private record Message(String id, String channel, String to, String text, Instant at) {}

    private final List<Message> messages = new ArrayList<>();
    private final Faults faults;
    private final Clock clock;
    private final Journal journal;

    PhoneGateway(Path data, Faults faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
        this.journal = Journal.open(data.resolve("ponsel.jsonl"), this::remember);
    }

    void hangOn(Door door) {
        door.post("/ponsel/kirim", faults.before(PONSEL, this::take));
        door.get("/ponsel", request -> Answer.page(page(request.query("kepada"))));
        door.get(
                "/ponsel/api",
                request -> Answer.json(Json.array(newest(request.query("kepada")).stream()
                        .map(PhoneGateway::json)
                        .toList())));
    }

    @Override
    public void close() {
        journal.close();
    }

    /** A message is known by its id: the same one again is taken again and delivered once. */
    private synchronized Answer take(Request request) {
        if (!request.head("authorization").equals(KEY)) {
            return Answer.problem(401, "Kunci tidak dikenal");
        }
        if (faults.is(PONSEL, GALAT)) {
            return Answer.problem(429, "Terlalu banyak pesan");
        }
        var asked = request.json();
        var message = new Message(
                Json.text(asked, "id"),
                Json.text(asked, "channel"),
                Json.text(asked, "to"),
                Json.text(asked, "text"),
                clock.instant());
        if (!CHANNELS.contains(message.channel())
                || !NUMBER.matcher(message.to()).matches()
                || message.text().isBlank()
                || message.text().length() > LONGEST) {
            return Answer.problem(422, "Pesan tidak dapat dikirim");
        }
        if (messages.stream().noneMatch(known -> known.id().equals(message.id()))) {
            journal.write(json(message));
            messages.add(message);
        }
        return Answer.json(202, Json.object().put("status", "accepted"));
    }

    private synchronized List<Message> newest(String to) {
        return messages.reversed().stream()
                .filter(message -> to.isEmpty() || message.to().endsWith(to.replaceFirst("^(\\+?62|0)", "")))
                .limit(MOST)
                .toList();
    }

    private Html page(String to) {
        var found = newest(to);
        return Page.of(
                "Pesan ponsel",
                "/ponsel",
                Html.of(
                        """
                <h1>Pesan ponsel</h1>
                <p class="lead">Semua SMS dan pesan WhatsApp yang dikirim layanan paspor, yang terbaru di atas.</p>
                <form class="ask" method="get" action="/ponsel" role="search">
                <div class="f"><label for="kepada">Nomor ponsel</label>
                <input class="in" type="tel" id="kepada" name="kepada" autocomplete="off" value="{}"></div>
                <button class="btn alt" type="submit">Saring</button></form>
                {}
                """,
                        to,
                        found.isEmpty()
                                ? Html.of("<p class=\"empty\">Belum ada pesan.</p>")
                                : Html.of(
                                        "<ul class=\"rows\">{}</ul>",
                                        found.stream().map(PhoneGateway::row).toList())));
    }

    private static Html row(Message message) {
        return Html.of(
                "<li><div><pre class=\"letter-text\">{}</pre><p class=\"muted small\">{}, {}</p></div></li>",
                message.text(),
                (message.channel().equals("sms") ? "SMS ke " : "WhatsApp ke ") + message.to(),
                Words.shortTime(message.at()));
    }

    private static ObjectNode json(Message message) {
        return Json.object()
                .put("id", message.id())
                .put("channel", message.channel())
                .put("to", message.to())
                .put("text", message.text())
                .put("at", message.at().toString());
    }

    private void remember(JsonNode fact) {
        messages.add(Json.MAPPER.treeToValue(fact, Message.class));
    }
}
