package titian.slot;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.Channel;
import titian.shared.OfficeId;

/** Where officers see the places that are set aside: for whom they help, and for whom the law lets go first. */
@Service
@Transactional
public class SetAsideDesk {

    private final CalendarDesk calendars;
    private final SetAside setAside;
    private final Clock clock;

    SetAsideDesk(CalendarDesk calendars, SetAside setAside, Clock clock) {
        this.calendars = calendars;
        this.setAside = setAside;
        this.clock = clock;
    }

    /** The earliest windows with places of this channel left, the one that is on as well. */
    public List<Slot> left(OfficeId office, Channel channel, int most) {
        var now = clock.instant();
        calendars.opened(office, now);
        return setAside.left(office, channel, now, most);
    }
}
