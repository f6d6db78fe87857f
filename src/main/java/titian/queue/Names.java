package titian.queue;

/** How much of a name is said where others look on. */
final class Names {

    private Names() {}

    /** The first name in full and the others by their initials: {@code Sutrisno H.} for Sutrisno Hadi. */
    static String brief(String name) {
        var words = name.strip().split("\\s+");
        var brief = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            brief.append(' ').appendCodePoint(words[i].codePointAt(0)).append('.');
        }
        return brief.toString();
    }
}
