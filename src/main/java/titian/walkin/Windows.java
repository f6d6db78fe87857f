package titian.walkin;

import java.time.Clock;
import org.springframework.stereotype.Component;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.slot.SetAsideDesk;
import titian.walkin.WalkInController.Giving;

/** What is left to give at a station of an office. */
@Component
class Windows {

    private static final int SHOWN = 8;

    private final SetAsideDesk setAside;
    private final OfficeDesk offices;
    private final Clock clock;

    Windows(SetAsideDesk setAside, OfficeDesk offices, Clock clock) {
        this.setAside = setAside;
        this.offices = offices;
        this.clock = clock;
    }

    Giving at(Station station, OfficeId place) {
        var office = offices.find(place).orElseThrow();
        var left = setAside.left(office.id(), station.channel(), SHOWN);
        return new Giving(station, office, office.day(clock.instant()), left);
    }
}
