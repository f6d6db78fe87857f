package titian.reading;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import titian.web.Words;

/** What a program read on a paper otherwise than it was typed. Programs misread, so it is told and stops nobody. */
public enum Difference {
    NIK,
    NAME,
    BIRTH_DATE,
    PASSPORT_NUMBER;

    /** The key of its name, as people call it. */
    public String text() {
        return "document.read." + name().toLowerCase(Locale.ROOT);
    }

    /** As people read them: NIK, nama. */
    public static String names(Collection<Difference> some, Words words) {
        return some.stream().sorted().map(one -> words.text(one.text())).collect(Collectors.joining(", "));
    }
}
