package titian.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static titian.outside.Visitor.json;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PostOfficeTest {

    @TempDir
    Path data;

    World world;
    Visitor visitor;

    @BeforeEach
    void open() {
        world = World.start(data, WorldPorts.anyFree());
        visitor = new Visitor(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLetterForAnybodyArrivesWhole() throws Exception {
        send("ratna@example.org", "Jadwal Anda");

        var letter = inbox("Ratna@Example.org").path(0);

        assertThat(letter.path("to").asString()).isEqualTo("ratna@example.org");
        assertThat(letter.path("subject").asString()).isEqualTo("Jadwal Anda");
        assertThat(letter.path("text").asString()).contains("Selasa, 8 Desember");
        assertThat(letter.path("attachments").path(0).path("name").asString()).isEqualTo("kunjungan.ics");
        var file = visitor.get(letter.path("attachments").path(0).path("url").asString());
        assertThat(file.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void theNewestLetterComesFirstAndOthersStayOut() throws Exception {
        send("ratna@example.org", "Pertama");
        send("bima@example.org", "Bukan untuk Ratna");
        send("ratna@example.org", "Kedua");

        assertThat(inbox("ratna@example.org")
                        .valueStream()
                        .map(letter -> letter.path("subject").asString()))
                .containsExactly("Kedua", "Pertama");
    }

    @Test
    void lettersSurviveARestart() throws Exception {
        send("ratna@example.org", "Tetap ada");
        close();

        open();

        assertThat(inbox("ratna@example.org").path(0).path("text").asString()).contains("Selasa, 8 Desember");
        send("ratna@example.org", "Dan terus");
        assertThat(inbox("ratna@example.org").size()).isEqualTo(2);
    }

    @Test
    void thePageShowsHtmlOnlyBehindASandbox() throws Exception {
        send("ratna@example.org", "Jadwal Anda");
        var id = inbox("ratna@example.org").path(0).path("id").asString();

        assertThat(visitor.get("/surat/" + id).body())
                .contains("<iframe", "sandbox")
                .doesNotContain("<script>");
        assertThat(visitor.get("/surat/" + id + "/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox;"));
    }

    @Test
    void aDeadPostOfficeRefusesAndKeepsNothing() throws Exception {
        visitor.fall("surat", "mati", 0);

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> send("ratna@example.org", "Tidak sampai"))
                .withMessageContaining("451");

        visitor.fall("surat", "normal", 0);
        assertThat(inbox("ratna@example.org").isEmpty()).isTrue();
    }

    @Test
    void aCutLineRefusesUntilItIsMended() throws Exception {
        visitor.fall("surat", "putus", 0);
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send("ratna@example.org", "Tidak sampai"));

        visitor.fall("surat", "normal", 0);
        send("ratna@example.org", "Sampai");

        assertThat(inbox("ratna@example.org").size()).isEqualTo(1);
    }

    private JsonNode inbox(String address) throws IOException {
        return json(visitor.get("/surat/api?kepada=" + address));
    }

    private void send(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(world.smtpPort()));
        settings.put("mail.smtp.timeout", "5000");
        settings.put("mail.smtp.connectiontimeout", "5000");
        var letter = new MimeMessage(Session.getInstance(settings));
        letter.setFrom(new InternetAddress("layanan@titian.example"));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        letter.setSubject(subject, "utf-8");
        letter.setContent(new MimeMultipart("mixed", text(), html(), calendar()));
        Transport.send(letter);
    }

    private static MimeBodyPart text() throws MessagingException {
        var part = new MimeBodyPart();
        part.setText("Selasa, 8 Desember pukul 09.30", "utf-8");
        return part;
    }

    private static MimeBodyPart html() throws MessagingException {
        var part = new MimeBodyPart();
        part.setText("<p>Selasa<script>alert(1)</script></p>", "utf-8", "html");
        return part;
    }

    private static MimeBodyPart calendar() throws MessagingException {
        var part = new MimeBodyPart();
        part.setText("BEGIN:VCALENDAR", "utf-8", "calendar");
        part.setFileName("kunjungan.ics");
        return part;
    }
}
