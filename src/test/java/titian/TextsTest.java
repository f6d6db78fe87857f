package titian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text in Indonesian and English, and no literal text in pages. */
class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/messages");
    private static final Path PAGES = Path.of("src/main/jte");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern KEY_IN_PAGE =
            Pattern.compile("(?:page|words\\(\\)|words)\\.(?:t|text|count)\\(\\s*\"([a-z][\\w.-]*)\"\\s*([,)+])");

    /** What is code in a page, blanked before looking for words left over. */
    private static final Pattern CODE = Pattern.compile(
            "(?m)<%--(?s:.*?)--%>|<!--(?s:.*?)-->|^\\s*@(?:import|param)[^\\n]*|!\\{(?s:.*?);?}\\s*$|<[^>]*>");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Set<String> NAMES_THAT_NEED_NO_TEXT =
            Set.of("ID", "EN", "QR", "NTB", "NTPN", "KB", "MB", "PDF");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("_(id|en)\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyTextIsThereInBothLanguages(String module) {
        var indonesian = texts(module, "id");
        var english = texts(module, "en");

        assertThat(indonesian.stringPropertyNames()).isNotEmpty();
        assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
        assertThat(indonesian.stringPropertyNames())
                .allSatisfy(key -> assertThat(key).startsWith(module + "."))
                .allSatisfy(
                        key -> assertThat(indonesian.getProperty(key)).as(key).isNotBlank())
                .allSatisfy(key -> assertThat(english.getProperty(key)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesFillTheSamePlaces(String module) {
        var indonesian = texts(module, "id");
        var english = texts(module, "en");

        assertThat(indonesian.stringPropertyNames())
                .filteredOn(key -> !key.endsWith(".one"))
                .allSatisfy(key -> assertThat(places(english.getProperty(key, "")))
                        .as(key)
                        .isEqualTo(places(indonesian.getProperty(key))));
    }

    @Test
    void everyTextAPageAsksForExists() throws IOException {
        var known = modules()
                .flatMap(module -> texts(module, "id").stringPropertyNames().stream())
                .collect(Collectors.toSet());
        var asked = pages().flatMap(page -> KEY_IN_PAGE
                        .matcher(read(page))
                        .results()
                        .filter(match -> !match.group(2).equals("+"))
                        .map(match -> match.group(1)))
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(asked)
                .allSatisfy(key -> assertThat(
                                known.contains(key) || known.contains(key + ".one") && known.contains(key + ".many"))
                        .as(key)
                        .isTrue());
    }

    @Test
    void noPageHoldsAWordOfItsOwn() {
        assertThat(pages())
                .isNotEmpty()
                .allSatisfy(page ->
                        assertThat(wordsLeftIn(read(page))).as("%s", page).isEmpty());
    }

    private static Set<String> wordsLeftIn(String page) {
        var left = CODE.matcher(withoutExpressions(page)).replaceAll(" ").replaceAll("&[a-z]+;", " ");
        return WORD.matcher(left)
                .results()
                .map(MatchResult::group)
                .filter(word -> !NAMES_THAT_NEED_NO_TEXT.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Takes out ${...}, @if(...), @template.x(...) and the like, whose brackets may nest and hold pages themselves. */
    private static String withoutExpressions(String page) {
        var out = new StringBuilder();
        for (int at = 0; at < page.length(); at++) {
            if (page.startsWith("${", at) || page.startsWith("!{", at)) {
                at = closing(page, at + 1, '{', '}');
            } else if (page.charAt(at) == '@' && page.substring(at).matches("(?s)@[a-zA-Z.]+.*")) {
                var name = Pattern.compile("@[\\w.]+").matcher(page).region(at, page.length());
                name.lookingAt();
                at = name.end() - 1;
                if (at + 1 < page.length()
                        && page.charAt(at + 1) == '('
                        && !name.group().equals("@import")) {
                    var end = closing(page, at + 1, '(', ')');
                    var inside = page.substring(at + 2, Math.min(end, page.length()));
                    blocksIn(inside)
                            .forEach(part -> out.append(' ')
                                    .append(withoutExpressions(part))
                                    .append(' '));
                    at = end;
                } else if (name.group().equals("@import") || name.group().equals("@param")) {
                    var end = page.indexOf('\n', at);
                    at = end < 0 ? page.length() : end;
                }
            } else {
                out.append(page.charAt(at));
            }
        }
        return out.toString();
    }

    /** The pages given to another page: between {@code @`} and its backtick, which may nest. */
    private static List<String> blocksIn(String text) {
        var blocks = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("@`", i)) {
                if (depth++ == 0) {
                    from = i + 2;
                }
                i++;
            } else if (text.charAt(i) == '`' && --depth == 0) {
                blocks.add(text.substring(from, i));
            }
        }
        return blocks;
    }

    private static int closing(String text, int at, char open, char close) {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' && text.charAt(i - 1) != '\\' && open == '{') {
                quoted = !quoted;
            } else if (!quoted && c == open) {
                depth++;
            } else if (!quoted && c == close && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Stream<Path> pages() {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String module, String language) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(module + "_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
