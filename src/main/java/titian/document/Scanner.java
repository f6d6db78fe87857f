package titian.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * ClamAV's daemon, over its socket. It may be down, slow or not there at all: then a file is not yet scanned, which is
 * said within a bounded time, and soon when it was away a moment ago.
 */
@Component
class Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4;
    private static final Duration FOR_A_PLACE = Duration.ofSeconds(5);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final @Nullable SocketAddress address;
    private final Duration patience;
    private final Duration rest;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile long restsUntil = System.nanoTime();

    @Autowired
    Scanner(@Value("${titian.document.scanner:}") String address) {
        this(address, PATIENCE, REST);
        if (address.isEmpty()) {
            LOG.info("Documents are not scanned for viruses: TITIAN_DOCUMENT_SCANNER names no clamd");
        }
    }

    Scanner(String address, Duration patience, Duration rest) {
        this.address = address.isEmpty() ? null : address(address);
        this.patience = patience;
        this.rest = rest;
    }

    /** A path, or a host and a port. */
    private static SocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        return text.startsWith("/") || colon < 0
                ? UnixDomainSocketAddress.of(text)
                : new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    boolean isNamed() {
        return address != null;
    }

    /** Reads the content to its end if somebody is there to look at it. */
    Scan scan(InputStream content) throws IOException {
        if (address == null || isResting() || !hasPlace()) {
            return Scan.UNSCANNED;
        }
        try {
            return ask(address, content);
        } catch (Away away) {
            restsUntil = System.nanoTime() + rest.toNanos();
            LOG.warn("The scanner of documents is away: {}", String.valueOf(away.getCause()));
            return Scan.UNSCANNED;
        } finally {
            places.release();
        }
    }

    /** Whether it was away a moment ago and is left alone for a while. */
    boolean isResting() {
        return System.nanoTime() - restsUntil < 0;
    }

    /** Of many that come at once the later ones wait for a place for a while. */
    private boolean hasPlace() {
        try {
            return places.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A socket without a clock is closed from beside when its time is over. */
    private Scan ask(SocketAddress scanner, InputStream content) throws IOException, Away {
        try (var line = open(scanner)) {
            var late = Thread.startVirtualThread(() -> closeLate(line));
            try {
                return verdict(converse(line, scanner, content));
            } finally {
                late.interrupt();
            }
        }
    }

    private static SocketChannel open(SocketAddress scanner) throws IOException {
        return scanner instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private void closeLate(SocketChannel line) {
        try {
            Thread.sleep(patience);
            line.close();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The line to the scanner could not be closed", e);
        }
    }

    /** The file in pieces, each after its length, and a piece of none; then one line of answer. */
    private static String converse(SocketChannel line, SocketAddress scanner, InputStream content)
            throws IOException, Away {
        try {
            line.connect(scanner);
            write(line, ByteBuffer.wrap("zINSTREAM\0".getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new Away(e);
        }
        var piece = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        for (int read; (read = content.readNBytes(piece.array(), Integer.BYTES, CHUNK)) >= 0; ) {
            try {
                write(line, piece.clear().putInt(0, read).limit(Integer.BYTES + read));
                if (read == 0) {
                    return answer(line);
                }
            } catch (IOException e) {
                throw new Away(e);
            }
        }
        throw new IllegalStateException("a stream has an end");
    }

    private static void write(SocketChannel line, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            line.write(bytes);
        }
    }

    private static String answer(SocketChannel line) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && line.read(answer) >= 0) {
            Thread.onSpinWait();
        }
        return new String(answer.array(), 0, answer.position(), US_ASCII).strip();
    }

    private static Scan verdict(String answer) throws Away {
        var said = answer.replace("\0", "");
        if (said.endsWith(" FOUND")) {
            LOG.warn("The scanner found {}", said.replaceAll("[^\\w. :-]", "?"));
            return Scan.INFECTED;
        }
        if (said.equals("stream: OK")) {
            return Scan.CLEAN;
        }
        if (said.endsWith(" ERROR")) {
            LOG.warn("The scanner could not look at a document: {}", said.replaceAll("[^\\w. :-]", "?"));
            return Scan.UNSCANNED;
        }
        throw new Away(new IOException("it says: " + said.replaceAll("[^\\w. :-]", "?")));
    }

    /** Nobody answered, or not in words we know. */
    private static final class Away extends Exception {

        Away(IOException cause) {
            super(cause);
        }
    }
}
