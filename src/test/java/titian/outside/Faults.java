package titian.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Which neighbour is ill and how; remembered through a restart. */
final class Faults implements AutoCloseable {

    private final Map<Fault.Service, Fault> now = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Journal journal;

    Faults(Path data) {
        journal = Journal.open(data.resolve("gangguan.jsonl"), this::remember);
    }

    Fault of(Fault.Service service) {
        return now.getOrDefault(service, Fault.NONE);
    }

    boolean is(Fault.Service service, Fault.Kind kind) {
        return of(service).kind() == kind;
    }

    void set(Fault.Service service, Fault fault) {
        if (!service.kinds().contains(fault.kind())) {
            throw new BadRequest(service.words() + " tidak mengenal gangguan '"
                    + fault.kind().id() + "'");
        }
        journal.write(Json.object()
                .put("layanan", service.id())
                .put("gangguan", fault.kind().id())
                .put("milidetik", fault.delay().toMillis()));
        now.put(service, fault);
        watchers.forEach(Runnable::run);
    }

    /** Tells the watcher whenever a neighbour falls ill or recovers. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Lets a request through to a service as far as its illness allows. */
    Door.Handler before(Fault.Service service, Door.Handler handler) {
        return request -> {
            var fault = of(service);
            return switch (fault.kind()) {
                case NORMAL, GALAT, KUOTA, GANDA, TERTUKAR, TIDAK_PERNAH, BELUM -> handler.answer(request);
                case LAMBAT -> late(fault.delay(), handler, request);
                case MATI -> Answer.sent(503, "text/plain; charset=utf-8", "Layanan tidak tersedia");
                case PUTUS -> cutOff(handler, request);
                case SALAH -> Answer.sent(200, "text/html; charset=utf-8", "<html><body>Sedang ada pemeliharaan");
            };
        };
    }

    @Override
    public void close() {
        journal.close();
    }

    private static Answer late(Duration delay, Door.Handler handler, Request request)
            throws IOException, InterruptedException {
        Thread.sleep(delay);
        return handler.answer(request);
    }

    /** The worst of all: the work is done, and nobody hears of it. */
    private static Answer cutOff(Door.Handler handler, Request request) throws IOException, InterruptedException {
        handler.answer(request);
        return new Answer.HungUp();
    }

    private void remember(JsonNode fact) {
        now.put(
                Fault.Service.of(Json.text(fact, "layanan")),
                new Fault(
                        Fault.Kind.of(Json.text(fact, "gangguan")),
                        Duration.ofMillis(fact.path("milidetik").asLong())));
    }
}
