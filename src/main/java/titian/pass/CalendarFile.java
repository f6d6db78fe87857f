package titian.pass;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import titian.web.Words;

/**
 * A visit as calendars read it (RFC 5545), with a reminder the day before. It names the office and the hour but not
 * the person or the code, for calendars are shared. The same visit always has the same name, so that a file written
 * after a change replaces the entry there was.
 */
record CalendarFile(Pass pass, Words words, String address, Instant written) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** No line may hold more bytes than this; longer ones go on after a break and a space. */
    private static final int LONGEST_LINE = 75;

    String text() {
        var file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Titian//Pass//" + (words.areIndonesian() ? "ID" : "EN"));
        line(file, "METHOD:PUBLISH");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + pass.appointment() + "@titian");
        line(file, "SEQUENCE:" + (isCancelled() ? pass.changes() + 1 : pass.changes()));
        line(file, "STATUS:" + (isCancelled() ? "CANCELLED" : "CONFIRMED"));
        line(file, "DTSTAMP:" + UTC.format(written));
        line(file, "DTSTART:" + UTC.format(pass.startsAt()));
        line(file, "DTEND:" + UTC.format(pass.endsAt()));
        line(
                file,
                "SUMMARY:"
                        + escaped(
                                words.text("pass.calendar.title", pass.office().name())));
        line(
                file,
                "LOCATION:"
                        + escaped(pass.office().name() + ", " + pass.office().address()));
        line(
                file,
                "DESCRIPTION:"
                        + escaped(words.text(pass.counter() == null ? "pass.calendar.text" : "pass.calendar.counter")));
        line(file, "URL:" + address + "/pass/" + pass.application());
        line(file, "BEGIN:VALARM");
        line(file, "ACTION:DISPLAY");
        line(file, "TRIGGER:-P1D");
        line(
                file,
                "DESCRIPTION:"
                        + escaped(
                                words.text("pass.calendar.title", pass.office().name())));
        line(file, "END:VALARM");
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private boolean isCancelled() {
        return pass.standing() == Pass.Standing.CANCELLED;
    }

    private static void line(StringBuilder file, String content) {
        int bytes = 0;
        for (int i = 0; i < content.length(); ) {
            var character = Character.toString(content.codePointAt(i));
            var length = character.getBytes(UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                file.append("\r\n ");
                bytes = 1;
            }
            file.append(character);
            bytes += length;
            i += character.length();
        }
        file.append("\r\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
