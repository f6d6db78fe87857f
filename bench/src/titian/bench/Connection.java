package titian.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** A kept-alive connection to the house, small enough to leave the machine to what is measured. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** As much of an answer as a person acts on. */
    record Reply(int status, String location, int retryAfterSeconds) {}

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String head;

    Connection(String address) throws IOException {
        this(address, "/pesan");
    }

    Connection(String address, String path) throws IOException {
        this(address, path, "application/x-www-form-urlencoded");
    }

    Connection(String address, String path, String contentType) throws IOException {
        var uri = URI.create(address);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 2_048);
        head = "POST " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nContent-Type: " + contentType + "\r\n";
    }

    Reply post(String form) throws IOException {
        return post(form, "");
    }

    /** @param headers more of them, each with its end of line */
    Reply post(String form, String headers) throws IOException {
        send(form, headers);
        return receive();
    }

    /** Sends and never listens: what a phone does that loses its network. */
    void postAndHangUp(String form) throws IOException {
        send(form, "");
        close();
    }

    private void send(String form, String headers) throws IOException {
        var request = head + headers + "Content-Length: " + form.length() + "\r\n\r\n" + form;
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    private Reply receive() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var location = "";
        var retryAfter = 0;
        var length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value;
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "content-length" -> length = Integer.parseInt(value);
                default -> {}
            }
        }
        in.skipNBytes(length);
        return new Reply(status, location, retryAfter);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("cut off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
