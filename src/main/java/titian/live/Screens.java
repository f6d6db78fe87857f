package titian.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** The open screens of this node, by the topic they watch; never more than a node can carry. */
@Component
class Screens {

    static final int MOST = 4000;

    private final Map<String, Set<Screen>> watching = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(MOST);
    private volatile boolean closing;

    /** A screen that is told from now on, unless the node is full or going down. */
    Optional<Screen> open(String topic) {
        if (closing || !room.tryAcquire()) {
            return Optional.empty();
        }
        var screen = new Screen(topic);
        watching.compute(topic, (_, others) -> {
            var all = others == null ? ConcurrentHashMap.<Screen>newKeySet() : others;
            all.add(screen);
            return all;
        });
        if (closing) {
            screen.close();
        }
        return Optional.of(screen);
    }

    void leave(Screen screen) {
        watching.computeIfPresent(screen.topic(), (_, all) -> {
            if (all.remove(screen)) {
                room.release();
            }
            return all.isEmpty() ? null : all;
        });
    }

    void tell(String topic, long event) {
        watching.getOrDefault(topic, Set.of()).forEach(screen -> screen.tell(event));
    }

    Set<String> topics() {
        return Set.copyOf(watching.keySet());
    }

    int count() {
        return MOST - room.availablePermits();
    }

    void closeAll() {
        closing = true;
        watching.values().forEach(screens -> screens.forEach(Screen::close));
    }

    void reopen() {
        closing = false;
    }
}
