package titian.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * A scanner of files on a real socket, which speaks as ClamAV's daemon does and knows one signature: the string of
 * EICAR, which is no virus and which every scanner takes for one.
 */
public final class Clamd implements AutoCloseable {

    /** In two parts, so that no scanner takes this file for one. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** How it is today. */
    public enum Mood {
        WELL,
        /** Takes everything and never answers. */
        SILENT,
        /** Hangs up in the middle of a file. */
        BREAKS_OFF,
        /** Says that the file is larger than it likes. */
        FULL,
        /** Takes its time. */
        SLOW
    }

    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final ServerSocket door;
    private volatile Mood mood = Mood.WELL;
    private volatile Mood overOne = Mood.WELL;
    private volatile String one = "";
    private final Thread doorkeeper;
    private volatile boolean isShut;

    private Clamd(ServerSocket door) {
        this.door = door;
        this.doorkeeper = Thread.ofVirtual().unstarted(this::receive);
    }

    public static Clamd open() {
        try {
            var clamd = new Clamd(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            clamd.doorkeeper.start();
            return clamd;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    public void is(Mood today) {
        mood = today;
    }

    /** How it is over this one file alone. */
    public void is(Mood overIt, byte[] content) {
        one = new String(content, ISO_8859_1);
        overOne = overIt;
    }

    private void receive() {
        while (!isShut) {
            try {
                var visitor = door.accept();
                Thread.startVirtualThread(() -> serve(visitor));
            } catch (IOException shut) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                var in = new DataInputStream(visitor.getInputStream())) {
            if (!new String(in.readNBytes(10), US_ASCII).equals("zINSTREAM\0")) {
                visitor.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(US_ASCII));
                return;
            }
            var content = new ByteArrayOutputStream();
            for (int length; (length = in.readInt()) > 0; ) {
                if (mood == Mood.BREAKS_OFF) {
                    return;
                }
                content.write(in.readNBytes(length));
            }
            switch (content.toString(ISO_8859_1).equals(one) ? overOne : mood) {
                case WELL -> say(visitor, content.toString(ISO_8859_1).contains(EICAR));
                case SLOW -> {
                    Thread.sleep(A_WHILE);
                    say(visitor, false);
                }
                case SILENT -> in.read();
                case FULL ->
                    visitor.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(US_ASCII));
                case BREAKS_OFF -> {}
            }
        } catch (IOException | InterruptedException gone) {
            // whoever asked has gone
        }
    }

    private static void say(Socket visitor, boolean found) throws IOException {
        var answer = found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
        visitor.getOutputStream().write(answer.getBytes(US_ASCII));
    }

    /** Nobody is let in any more once this returns: a door somebody stands at shuts only when they have left it. */
    @Override
    public void close() {
        isShut = true;
        try {
            door.close();
            doorkeeper.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
