package titian.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import titian.inspection.FileType;

/**
 * What a person called a file, made fit to be shown and sent back: no folders, nothing invisible, not too long, and
 * ending as its content does.
 */
record FileName(String value) {

    private static final int LONGEST = 120;
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern RESERVED = Pattern.compile("[\"<>|:*?;%]");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    static FileName of(String given, FileType type) {
        var bare = FOLDERS.matcher(given).replaceFirst("");
        var seen =
                UNSEEN.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).replaceAll(" ");
        var plain =
                RESERVED.matcher(seen).replaceAll(" ").replaceAll("\\s+", " ").strip();
        var stem = EXTENSION.matcher(plain).replaceFirst("").replaceFirst("^[.\\s]+", "");
        var ending = ending(plain, type);
        var shortened = shorten(stem.isBlank() ? "berkas" : stem.strip(), LONGEST - ending.length());
        return new FileName(shortened + ending);
    }

    /** Keeps the person's own way of writing it, as in {@code .JPEG}, when it says the truth. */
    private static String ending(String name, FileType type) {
        var matcher = EXTENSION.matcher(name);
        var given = matcher.find() ? matcher.group() : "";
        var small = given.toLowerCase(Locale.ROOT);
        var honest = small.equals("." + type.extension()) || (type == FileType.JPEG && small.equals(".jpeg"));
        return honest ? given : "." + type.extension();
    }

    private static String shorten(String stem, int length) {
        if (stem.length() <= length) {
            return stem;
        }
        var end = Character.isHighSurrogate(stem.charAt(length - 1)) ? length - 1 : length;
        return stem.substring(0, end).strip();
    }
}
