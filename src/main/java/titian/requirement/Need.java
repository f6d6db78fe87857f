package titian.requirement;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing a case needs: a paper, or one of several.
 *
 * @param slot what it is uploaded as; nothing if the original is enough
 */
public record Need(Force force, @Nullable String slot, List<Paper> anyOf) {

    /** How strongly it is asked for. */
    public enum Force {
        MUST,
        /** Some offices ask for it, or it is needed in a way we cannot work out. */
        PERHAPS,
        /** An officer makes it. */
        BY_OFFICER
    }

    /** A paper by its name in both languages. */
    public record Paper(String document, String nameId, String nameEn) {

        public String name(boolean inIndonesian) {
            return inIndonesian ? nameId : nameEn;
        }
    }

    public Need {
        anyOf = List.copyOf(anyOf);
    }

    /** Its papers by name, one after the other. */
    public String name(boolean inIndonesian) {
        return anyOf.stream().map(paper -> paper.name(inIndonesian)).collect(Collectors.joining(", "));
    }

    /** Whether one of several papers is enough. */
    public boolean isChoice() {
        return anyOf.size() > 1;
    }
}
