package titian.web;

import gg.jte.Content;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import titian.shared.SignedIn;

/**
 * What every page is given: the words of the reader's language, who is reading, where they are, and the addresses of
 * static files.
 *
 * @param path the path and query being shown, as the reader typed it
 * @param csrf the value a form sends back to show that it came from us; asking for it sets the cookie
 */
public record Page(
        Words words,
        String path,
        @Nullable SignedIn who,
        Look look,
        Supplier<String> csrf,
        Function<String, String> assets) {

    /** How this reader wants to see pages: theme and text size, chosen under "Tampilan" and kept in a cookie. */
    public record Look(@Nullable String theme, @Nullable String text) {}

    public Content t(String key, Object... parameters) {
        return words.t(key, parameters);
    }

    public String text(String key, Object... parameters) {
        return words.text(key, parameters);
    }

    public String language() {
        return words.locale().getLanguage();
    }

    /** The address of a static file, with its digest in the name so that it may be cached for ever. */
    public String asset(String file) {
        return assets.apply("/aset/" + file);
    }

    /** The address of a drawing in the icon sheet. */
    public String icon(String name) {
        return asset("icons.svg") + "#" + name;
    }

    /** This page in the other language. */
    public String in(String language) {
        var uri = URI.create(path);
        var query = uri.getRawQuery();
        var kept = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.startsWith("lang="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return uri.getRawPath() + "?" + kept + "lang=" + language;
    }

    /** Whether the reader is at this address or below it, for marking the way in the navigation. */
    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/") || path.startsWith(place + "?");
    }
}
