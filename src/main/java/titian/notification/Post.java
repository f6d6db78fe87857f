package titian.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;
import titian.web.Papers;

/** The post office outside, spoken to by SMTP. */
@Component
class Post {

    private final JavaMailSender post;
    private final Papers papers;
    private final String sender;
    private final Clock clock;

    Post(
            ObjectProvider<JavaMailSender> post,
            Papers papers,
            @Value("${titian.mail-from:}") String sender,
            Clock clock) {
        this.post = post.getIfAvailable(Post::missing);
        this.papers = papers;
        this.sender = sender.isBlank() ? noSender() : sender;
        this.clock = clock;
    }

    /**
     * Hands a letter in. The same letter always bears the same Message-ID.
     *
     * @throws PostRefused if the post did not take it
     */
    void send(UUID id, Letter.Outgoing outgoing) {
        try {
            var message = post.createMimeMessage();
            message.setHeader("Message-ID", "<" + id + sender.substring(sender.lastIndexOf('@')) + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            write(new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, UTF_8.name()), outgoing);
            post.send(message);
        } catch (MailException refused) {
            throw new PostRefused(id, refused);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("letter " + id + " cannot be written", e);
        }
    }

    private void write(MimeMessageHelper message, Letter.Outgoing outgoing)
            throws MessagingException, UnsupportedEncodingException {
        var words = outgoing.words();
        var letter = outgoing.letter();
        message.setFrom(sender, words.text("web.service"));
        message.setTo(outgoing.to().email());
        message.setSubject(letter.subject());
        message.setSentDate(Date.from(clock.instant()));
        message.setText(
                letter.plain(words.text("notification.signature")),
                papers.write("notification/letter", Map.of("letter", letter, "words", words)));
        for (var paper : outgoing.attachments()) {
            message.addAttachment(paper.name(), new ByteArrayResource(paper.bytes()), paper.type());
        }
    }

    private static JavaMailSender missing() {
        throw new CannotStart(
                "No post office is named: people could not be sent their codes.",
                "Name its SMTP server by SPRING_MAIL_HOST, and SPRING_MAIL_PORT, SPRING_MAIL_USERNAME and"
                        + " SPRING_MAIL_PASSWORD if it asks for them.");
    }

    private static String noSender() {
        throw new CannotStart(
                "Nobody is named as the sender of letters.",
                "Set TITIAN_MAIL_FROM to the e-mail address letters come from.");
    }

    /** The post did not take a letter. Says which and how, but nothing of what the post said: it quotes addresses. */
    static final class PostRefused extends RuntimeException {

        PostRefused(UUID letter, MailException refused) {
            super("the post did not take letter " + letter + ": "
                    + refused.getClass().getSimpleName());
        }
    }
}
