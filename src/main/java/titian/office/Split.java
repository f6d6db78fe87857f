package titian.office;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.shared.Channel;

/**
 * How the places of a window are divided among the channels, in hundredths.
 *
 * @param until when what partners left becomes everyone's; without it their places stay theirs
 */
public record Split(
        int everyone,
        int assisted,
        int priority,
        int partner,
        @Nullable PartnersUntil until) {

    /** Everything for everyone. */
    public static final Split ALL_PUBLIC = new Split(100, 0, 0, 0);

    /** Whom a place goes to that could be either's: the one who finds it harder to come at another time. */
    private static final List<Channel> PRECEDENCE =
            List.of(Channel.PRIORITY, Channel.ASSISTED, Channel.PARTNER, Channel.PUBLIC);

    public Split {
        if (Stream.of(everyone, assisted, priority, partner).anyMatch(share -> share < 0)
                || everyone + assisted + priority + partner != 100) {
            throw new IllegalArgumentException("the shares of the channels make 100");
        }
    }

    /** What is kept for partners stays theirs until the hour begins. */
    public Split(int everyone, int assisted, int priority, int partner) {
        this(everyone, assisted, priority, partner, null);
    }

    public int share(Channel channel) {
        return switch (channel) {
            case PUBLIC -> everyone;
            case ASSISTED -> assisted;
            case PRIORITY -> priority;
            case PARTNER -> partner;
        };
    }

    /** The places of each channel: whole ones, none lost, by the largest remainder. */
    Map<Channel, Integer> of(int places) {
        var parts = new EnumMap<Channel, Integer>(Channel.class);
        for (var channel : Channel.values()) {
            parts.put(channel, places * share(channel) / 100);
        }
        var left = places - parts.values().stream().mapToInt(Integer::intValue).sum();
        PRECEDENCE.stream()
                .sorted(Comparator.comparingInt(channel -> -(places * share(channel) % 100)))
                .limit(left)
                .forEach(channel -> parts.merge(channel, 1, Integer::sum));
        return parts;
    }
}
