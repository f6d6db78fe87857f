package titian.slot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.live.LiveEar;
import titian.live.LiveEvents;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * What is free, ready to be sent: for each office and lane a few kilobytes that are written anew when something changed,
 * but no more often than five times a second, and every few seconds in any case. It may be a moment old; the booking
 * decides.
 */
@Component
public class Availability implements LiveEar {

    private static final String TOPIC = "jadwal:";
    private static final Duration COALESCED = Duration.ofMillis(200);
    private static final Duration OLDEST = Duration.ofSeconds(3);
    private static final int WINDOWS = 10_000;

    /** What is free at an office, as bytes, and the mark by which one sees whether it changed. */
    public static final class Snapshot {

        private final byte[] json;
        private final String tag;

        private Snapshot(byte[] json) {
            this.json = json;
            this.tag = mark(json);
        }

        /** How many bytes are sent. */
        public int length() {
            return json.length;
        }

        public void writeTo(OutputStream out) throws IOException {
            out.write(json);
        }

        public String tag() {
            return tag;
        }
    }

    private final Slots slots;
    private final OfficeDesk offices;
    private final LiveEvents live;
    private final Clock clock;
    private final Map<String, Board> boards = new ConcurrentHashMap<>();
    private final Set<SlotId> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean announcing = new AtomicBoolean();

    Availability(Slots slots, OfficeDesk offices, LiveEvents live, Clock clock) {
        this.slots = slots;
        this.offices = offices;
        this.live = live;
        this.clock = clock;
    }

    /** The snapshot of an office's lane; nothing for an office that does not exist. */
    public @Nullable Snapshot of(String office, ServiceLane lane) {
        var name = office + ":" + lane;
        var board = boards.get(name);
        if (board == null) {
            board = known(office) ? boards.computeIfAbsent(name, _ -> new Board(new OfficeId(office), lane)) : null;
        }
        return board == null ? null : board.snapshot();
    }

    private boolean known(String office) {
        try {
            return offices.find(new OfficeId(office)).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public void heard(String topic) {
        if (topic.startsWith(TOPIC)) {
            var board = boards.get(topic.substring(TOPIC.length()));
            if (board != null) {
                board.stale = true;
            }
        }
    }

    /** Places of these windows were taken or came back: all nodes are told, many changes at once. */
    public void changed(Collection<SlotId> windows) {
        changed.addAll(windows);
        if (!windows.isEmpty() && announcing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("availability").start(this::announce);
        }
    }

    private void announce() {
        try {
            Thread.sleep(COALESCED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        announcing.set(false);
        var windows = List.copyOf(changed);
        windows.forEach(changed::remove);
        live.hint(slots.boards(windows).stream().map(board -> TOPIC + board).toList());
    }

    /** One office and lane. */
    private final class Board {

        private final OfficeId office;
        private final ServiceLane lane;
        private final ReentrantLock writing = new ReentrantLock();
        private volatile @Nullable Snapshot snapshot;
        private volatile boolean stale;
        private volatile long writtenAt;

        Board(OfficeId office, ServiceLane lane) {
            this.office = office;
            this.lane = lane;
        }

        /** One reader writes it anew when it is due; the others are served what there is. */
        Snapshot snapshot() {
            var ready = snapshot;
            if (ready == null) {
                writing.lock();
                return write();
            }
            return isDue() && writing.tryLock() ? write() : ready;
        }

        private boolean isDue() {
            var age = System.nanoTime() - writtenAt;
            return age > OLDEST.toNanos() || (stale && age > COALESCED.toNanos());
        }

        private Snapshot write() {
            try {
                var ready = snapshot;
                if (ready != null && !isDue()) {
                    return ready;
                }
                stale = false;
                writtenAt = System.nanoTime();
                var json = json(office, lane).getBytes(UTF_8);
                var written = new Snapshot(json);
                snapshot = written;
                return written;
            } finally {
                writing.unlock();
            }
        }
    }

    /** Days with their windows and what is left in each; days that are announced, with the moment they open. */
    private String json(OfficeId office, ServiceLane lane) {
        var zone = offices.find(office).orElseThrow().zone();
        var now = clock.instant();
        var days = new TreeMap<LocalDate, Map<LocalTime, Integer>>();
        var opening = new HashMap<String, String>();
        for (var window : slots.ahead(office, lane, now, WINDOWS)) {
            var start = window.startsAt().atZone(zone);
            if (window.opensAt() != null && window.opensAt().isAfter(now)) {
                opening.put(
                        start.toLocalDate().toString(), quoted(window.opensAt().toString()));
            } else {
                days.computeIfAbsent(start.toLocalDate(), _ -> new TreeMap<>())
                        .put(start.toLocalTime().withNano(0), window.free());
            }
        }
        return "{\"office\":" + quoted(office.value()) + ",\"lane\":" + quoted(lane.name()) + ",\"zone\":"
                + quoted(zone.getId()) + ",\"days\":" + days(days) + ",\"opening\":" + object(new TreeMap<>(opening))
                + "}";
    }

    private static String days(Map<LocalDate, Map<LocalTime, Integer>> days) {
        var written = new TreeMap<String, String>();
        days.forEach((day, windows) -> {
            var free = new TreeMap<String, String>();
            windows.forEach((time, places) -> free.put(time.toString(), String.valueOf(places)));
            written.put(day.toString(), object(free));
        });
        return object(written);
    }

    private static String object(Map<String, String> fields) {
        var text = new StringBuilder("{");
        fields.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(value));
        return text.append('}').toString();
    }

    /** None of these texts holds a character that JSON would write otherwise: they are names, days and hours. */
    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String mark(byte[] json) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(json);
            return '"' + HexFormat.of().formatHex(hash, 0, 10) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
