package titian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md has every line of the standard's level 2, and names no test that does not exist. */
class SecurityChecklistTest {

    /** The sections of OWASP ASVS 4.0.3 and the lines in each that make up level 2, as the standard numbers them. */
    private static final String LEVEL_2 = """
            1.1: 1-7; 1.2: 1-4; 1.4: 1 4 5; 1.5: 1-4; 1.6: 1-4; 1.7: 1-2; 1.8: 1-2; 1.9: 1-2; 1.10: 1; 1.11: 1-2;
            1.12: 2; 1.14: 1-6;
            2.1: 1-12; 2.2: 1-3; 2.3: 1-3; 2.4: 1-5; 2.5: 1-7; 2.6: 1-3; 2.7: 1-6; 2.8: 1-7; 2.9: 1-3; 2.10: 1-4;
            3.1: 1; 3.2: 1-4; 3.3: 1-4; 3.4: 1-5; 3.5: 1-3; 3.7: 1;
            4.1: 1-3 5; 4.2: 1-2; 4.3: 1-3;
            5.1: 1-5; 5.2: 1-8; 5.3: 1-10; 5.4: 1-3; 5.5: 1-4;
            6.1: 1-3; 6.2: 1-6; 6.3: 1-2; 6.4: 1-2;
            7.1: 1-4; 7.2: 1-2; 7.3: 1 3 4; 7.4: 1-3;
            8.1: 1-4; 8.2: 1-3; 8.3: 1-8;
            9.1: 1-3; 9.2: 1-4;
            10.2: 1-2; 10.3: 1-3;
            11.1: 1-8;
            12.1: 1-3; 12.2: 1; 12.3: 1-6; 12.4: 1-2; 12.5: 1-2; 12.6: 1;
            13.1: 1 3 4 5; 13.2: 1-3 5 6; 13.3: 1-2; 13.4: 1-2;
            14.1: 1-4; 14.2: 1-6; 14.3: 2-3; 14.4: 1-7; 14.5: 1-4
            """;

    private static final Pattern LINE = Pattern.compile(
            "^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| (yes|partly|no|not here) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)(?:\\.([a-z][A-Za-z0-9]*))?`");

    /** A line of the list. */
    private record Line(String number, String met, String shownBy) {}

    @Test
    void everyLineOfTheStandardIsThereOnceInItsOrder() throws IOException {
        assertThat(lines()).extracting(Line::number).containsExactlyElementsOf(expected());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = sources();
        var named = new ArrayList<String>();
        for (var line : lines()) {
            for (var test : TEST.matcher(line.shownBy()).results().toList()) {
                var found = sources.getOrDefault(test.group(1), "");
                assertThat(found).as("%s names %s", line.number(), test.group()).isNotEmpty();
                if (test.group(2) != null) {
                    assertThat(found)
                            .as("%s names %s", line.number(), test.group())
                            .contains("void " + test.group(2) + "(");
                }
                named.add(test.group());
            }
        }
        assertThat(named).hasSizeGreaterThan(150);
    }

    /** Whoever says yes says by what; the few that no test can show name where it stands. */
    @Test
    void mostOfWhatIsMetIsShownByATest() throws IOException {
        var met = lines().stream().filter(line -> line.met().equals("yes")).toList();
        assertThat(met.stream()
                        .filter(line -> TEST.matcher(line.shownBy()).find())
                        .count())
                .isGreaterThan(met.size() * 8L / 10);
    }

    private static List<Line> lines() throws IOException {
        return LINE.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .map(found -> new Line(found.group(1), found.group(3), found.group(4)))
                .toList();
    }

    private static List<String> expected() {
        var numbers = new ArrayList<String>();
        for (var section : LEVEL_2.split(";")) {
            var parts = section.strip().split(": ");
            for (var span : parts[1].strip().split(" ")) {
                var ends = span.split("-");
                for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                    numbers.add(parts[0] + "." + i);
                }
            }
        }
        return numbers;
    }

    /** All that stands in test classes of one name: several modules may have a PagesTest. */
    private static Map<String, String> sources() throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
