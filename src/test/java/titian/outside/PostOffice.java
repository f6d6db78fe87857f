package titian.outside;

import static titian.outside.Fault.Service.SURAT;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SMTP server: takes a letter for anyone, and says so only once the letter is on the disk. */
final class PostOffice implements AutoCloseable {

    private final Letters letters;
    private final Faults faults;
    private int port;
    private @Nullable GreenMail server;

    PostOffice(Letters letters, Faults faults, int port) {
        this.letters = letters;
        this.faults = faults;
        this.port = port;
    }

    void open() {
        start();
        faults.watch(this::openOrShut);
        openOrShut();
    }

    synchronized int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** While the line is cut nobody listens, on the same port as before and after. */
    private synchronized void openOrShut() {
        if (faults.is(SURAT, Fault.Kind.PUTUS)) {
            close();
        } else if (server == null) {
            start();
        }
    }

    private synchronized void start() {
        var loopback = InetAddress.getLoopbackAddress().getHostAddress();
        var started = new GreenMail(new ServerSetup(port, loopback, ServerSetup.PROTOCOL_SMTP));
        started.start();
        started.getUserManager().setMessageDeliveryHandler(this::take);
        server = started;
        port = started.getSmtp().getPort();
    }

    private GreenMailUser take(MovingMessage message, MailAddress to) throws MessagingException {
        var fault = faults.of(SURAT);
        switch (fault.kind()) {
            case MATI, PUTUS -> throw new MessagingException("refused on request");
            case SALAH -> {}
            case LAMBAT -> {
                pause(fault);
                keep(message, to);
            }
            case NORMAL, GALAT, KUOTA, GANDA, TERTUKAR, TIDAK_PERNAH -> keep(message, to);
        }
        return new Nobody(Objects.requireNonNull(server).getManagers().getImapHostManager());
    }

    private void keep(MovingMessage message, MailAddress to) throws MessagingException {
        var raw = new ByteArrayOutputStream();
        try {
            message.getMessage().writeTo(raw);
        } catch (IOException unreadable) {
            throw new MessagingException("the letter cannot be read", unreadable);
        }
        var from =
                message.getReturnPath() == null ? "" : message.getReturnPath().getEmail();
        var subject = Objects.requireNonNullElse(message.getMessage().getSubject(), "");
        letters.keep(to.getEmail(), from, subject, raw.toByteArray());
    }

    private static void pause(Fault fault) throws MessagingException {
        try {
            Thread.sleep(fault.delay());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MessagingException("shutting down", interrupted);
        }
    }

    /** GreenMail wants somebody to deliver to; the letter already lies on the disk and need not fill the memory too. */
    private static final class Nobody extends UserImpl {

        private static final long serialVersionUID = 1L;

        Nobody(ImapHostManager mailboxes) {
            super("nobody@localhost", "nobody", "", mailboxes);
        }

        @Override
        public void deliver(MovingMessage message) {}
    }
}
