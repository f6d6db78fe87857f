package titian.booking;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.platform.GroupCommit;
import titian.slot.Availability;
import titian.slot.SlotId;

/** Books by group commit (docs/adr/0030): holding, moving and taking up offers, all by its one statement. */
@Component
class Engine extends GroupCommit<Ask, Outcome> {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final EngineLine line;
    private final Availability availability;
    private final Clock clock;

    Engine(EngineLine line, Availability availability, Clock clock) {
        super("booking");
        this.line = line;
        this.availability = availability;
        this.clock = clock;
    }

    @Override
    protected List<Outcome> decideTogether(List<Ask> asks) throws SQLException {
        return line.decide(asks, clock.instant());
    }

    /** With the same key one may ask again. */
    @Override
    protected RuntimeException busy(Duration comeAgainIn) {
        return new BookingRefused.Busy(comeAgainIn);
    }

    @Override
    protected List<Object> marks(Ask ask) {
        return ask.marks();
    }

    @Override
    protected boolean goesAlone(Ask ask) {
        return ask.mayBeSplit();
    }

    @Override
    protected Ask again(Ask ask) {
        return ask.recoded();
    }

    /** Those that want a window somebody holds. If nobody holds a window, it is an appointment that is to be moved. */
    @Override
    protected Collection<Ask> heldUp(List<Ask> asks) {
        var windows = windowsHeld(asks);
        return asks.stream()
                .filter(ask -> windows.isEmpty() ? ask.moving() : ask.windows().anyMatch(windows::contains))
                .toList();
    }

    private Set<SlotId> windowsHeld(List<Ask> asks) {
        try {
            return line.heldUp(asks);
        } catch (SQLException failed) {
            LOG.error("It could not be told which windows somebody holds", failed);
            return Set.of();
        }
    }

    @Override
    protected void told(List<Outcome> outcomes) {
        var windows = new HashSet<SlotId>();
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Granted(var ask)) {
                ask.seats().forEach(seat -> windows.add(seat.slot()));
            }
        }
        availability.changed(windows);
    }

    @Override
    protected void ended() {
        line.close();
    }
}
