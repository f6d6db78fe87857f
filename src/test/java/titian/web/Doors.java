package titian.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import titian.shared.Role;

/** The declared matrix: each address of the house, who may enter, and whose records it shows. */
final class Doors {

    static final Path FILE = Path.of("src/test/resources/doors.txt");

    /**
     * A line of it.
     *
     * @param roles   who may enter; nobody named means everyone
     * @param own     the kind of record that must be the reader's own, if its address names one
     * @param given   fields without which the form is not even read
     * @param staysOn where another's record is still seen by its owner after somebody else tried to end it; such an
     *                address says to everybody that it is ended, so that pressing twice is pressing once
     */
    record Door(
            String pattern,
            String method,
            Set<Role> roles,
            @Nullable String own,
            Map<String, String> given,
            @Nullable String staysOn) {

        String name() {
            return pattern + " " + method;
        }

        boolean letsIn(@Nullable Role role) {
            return roles.isEmpty() || (role != null && roles.contains(role));
        }

        String address(List<String> ids) {
            var address = pattern.replace("/**", "/tidak-ada");
            for (var id : ids) {
                address = address.replaceFirst("\\{[^}]*}", id);
            }
            return address;
        }
    }

    private static final Pattern WHOSE = Pattern.compile(
            "any .+|own (?<own>[a-z-]+)(, given (?<given>[^ ,]+))?(, or it stays on (?<stays>[^ ,]+))?");

    final List<Door> doors = new ArrayList<>();
    final Set<Role> roles = EnumSet.noneOf(Role.class);

    /** Reads the file; throws if a line of it cannot be read. */
    static Doors read() {
        try (var lines = Files.lines(FILE)) {
            var read = new Doors();
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(read::line);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        var parts = line.split(" \\| ", -1);
        if (parts[0].startsWith("ROLE ")) {
            roles.add(Role.valueOf(parts[0].substring("ROLE ".length())));
            return;
        }
        var name = parts[0].split(" ");
        var whose = WHOSE.matcher(parts.length > 2 ? parts[2] : "any");
        var hasId = name[0].contains("{");
        if (name.length != 2 || parts.length != (hasId ? 3 : 2) || (hasId && !whose.matches())) {
            throw new IllegalStateException("cannot read \"%s\" in %s".formatted(line, FILE));
        }
        doors.add(new Door(
                name[0],
                name[1],
                roles(parts[1]),
                hasId ? whose.group("own") : null,
                hasId && whose.group("given") != null ? fields(whose.group("given")) : Map.of(),
                hasId ? whose.group("stays") : null));
    }

    private static Set<Role> roles(String named) {
        return switch (named) {
            case "everyone" -> Set.of();
            default ->
                Stream.of(named.split(" "))
                        .flatMap(one -> one.equals("officers") ? officers().stream() : Stream.of(Role.valueOf(one)))
                        .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
        };
    }

    private static Set<Role> officers() {
        return Stream.of(Role.values())
                .filter(Role::isOfficers)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Map<String, String> fields(String typed) {
        var fields = new TreeMap<String, String>();
        for (var field : typed.split("&")) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return fields;
    }

    /** The line that is missing, as far as it can be known. */
    static String suggested(String pattern, String method, Set<Role> roles) {
        var named = roles.stream().sorted().map(Role::name).collect(joining(" "));
        var who = roles.isEmpty() ? "everyone" : roles.equals(officers()) ? "officers" : named;
        return "%s %s | %s%s".formatted(pattern, method, who, pattern.contains("{") ? " | own ... (or: any ...)" : "");
    }
}
