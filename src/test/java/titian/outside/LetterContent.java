package titian.outside;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What a letter says, taken apart: plain text, HTML, and what came with it. */
record LetterContent(String text, String html, List<Attachment> attachments) {

    /** A file that came with a letter. */
    record Attachment(String name, String type, byte[] bytes) {}

    private static final int DEEPEST = 10;

    static LetterContent read(byte[] raw) {
        var text = new StringBuilder();
        var html = new StringBuilder();
        var attachments = new ArrayList<Attachment>();
        try {
            var session = Session.getInstance(new Properties());
            takeApart(new MimeMessage(session, new ByteArrayInputStream(raw)), text, html, attachments, 0);
        } catch (MessagingException unreadable) {
            text.append("Surat ini tidak dapat dibaca: ").append(unreadable.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new LetterContent(text.toString(), html.toString(), List.copyOf(attachments));
    }

    private static void takeApart(
            Part part, StringBuilder text, StringBuilder html, List<Attachment> attachments, int depth)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && depth < DEEPEST) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                takeApart(inner, text, html, attachments, depth + 1);
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(attachment(part, attachments.size() + 1));
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        } else {
            attachments.add(attachment(part, attachments.size() + 1));
        }
    }

    private static Attachment attachment(Part part, int number) throws MessagingException, IOException {
        var named = part.getFileName();
        var name = named == null ? "lampiran-" + number : MimeUtility.decodeText(named);
        var type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        try (var stream = part.getInputStream()) {
            return new Attachment(name, type, stream.readAllBytes());
        }
    }
}
