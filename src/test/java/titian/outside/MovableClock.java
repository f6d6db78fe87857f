package titian.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time everyone in development lives in: real time plus an offset kept in one small file, such as {@code PT24H3M}.
 *
 * <p>Whoever moves it moves it for every process that reads the same file, at once. Without a file it shows real time.
 */
public final class MovableClock extends Clock {

    /** A century either way is enough for any demonstration and keeps every date four digits wide. */
    private static final Duration FARTHEST = Duration.ofDays(36_500);

    /** Within this time of being written a file may change again without its time stamp showing it. */
    private static final Duration STAMP_GRAIN = Duration.ofMillis(50);

    private final Path file;
    private final ZoneId zone;
    private volatile Reading reading = Reading.NONE;

    public MovableClock(Path file) {
        this(file, ZoneOffset.UTC);
    }

    private MovableClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        var real = Instant.now();
        return real.plus(offset(real)).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(file, other);
    }

    /** How far this clock stands from real time. */
    public Duration offset() {
        return offset(Instant.now());
    }

    /** Moves the clock on, or back by a negative duration. */
    public synchronized void moveBy(Duration step) {
        write(offset().plus(step));
    }

    /** Sets the clock to a moment, from where it ticks on. */
    public synchronized void moveTo(Instant moment) {
        write(Duration.between(Instant.now(), moment));
    }

    /** Shows real time again. */
    public synchronized void backToRealTime() {
        write(Duration.ZERO);
    }

    private Duration offset(Instant real) {
        var known = reading;
        try {
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            if (known.isOf(found) && !known.mayBeStale()) {
                return known.offset();
            }
            var fresh = new Reading(found.lastModifiedTime().toInstant(), found.fileKey(), real, read(known.offset()));
            reading = fresh;
            return fresh.offset();
        } catch (NoSuchFileException _) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file half written by hand says nothing; the clock then goes on as it was. */
    private Duration read(Duration before) throws IOException {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (DateTimeParseException _) {
            return before;
        }
    }

    private void write(Duration offset) {
        if (offset.abs().compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException("the clock moves at most a hundred years");
        }
        try {
            var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var next = Files.createTempFile(folder, "clock", ".next");
            Files.writeString(next, offset + "\n");
            try (var written = FileChannel.open(next, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            offset();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What the file said, and which file it was: a replaced file is another file even at the same moment. */
    private record Reading(Instant modified, @Nullable Object key, Instant readAt, Duration offset) {

        static final Reading NONE = new Reading(Instant.MIN, null, Instant.MAX, Duration.ZERO);

        boolean isOf(BasicFileAttributes found) {
            return modified.equals(found.lastModifiedTime().toInstant()) && Objects.equals(key, found.fileKey());
        }

        boolean mayBeStale() {
            return readAt.isBefore(modified.plus(STAMP_GRAIN));
        }
    }
}
