package titian.walkin;

import java.util.stream.Stream;
import titian.shared.Channel;

/** Where officers give places, their own office's or a partner's, and which. Whoever gets one of today at the door is let in at once. */
enum Station {
    DOOR(Channel.PRIORITY, "/petugas/pintu/tanpa-janji"),
    SERVICE(Channel.ASSISTED, "/petugas/pelanggan/tempat"),
    PARTNER(Channel.PARTNER, "/petugas/mitra/tempat");

    private final Channel channel;
    private final String address;

    Station(Channel channel, String address) {
        this.channel = channel;
        this.address = address;
    }

    static Station at(String path) {
        return Stream.of(values())
                .filter(station -> path.startsWith(station.address))
                .findFirst()
                .orElseThrow();
    }

    Channel channel() {
        return channel;
    }

    String address() {
        return address;
    }

    /** The text that differs between them. */
    String text(String key) {
        return "walkin." + name() + "." + key;
    }
}
