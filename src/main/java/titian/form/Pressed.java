package titian.form;

import org.jspecify.annotations.Nullable;

/**
 * How a page was left: by "save, go on later", or from the list of answers to check.
 *
 * @param nanti   there if the person goes on later
 * @param kembali {@code periksa} if the person came to change an answer
 */
public record Pressed(@Nullable String nanti, @Nullable String kembali) {

    public boolean later() {
        return nanti != null;
    }

    public boolean fromCheck() {
        return Sheet.CHECK.equals(kembali);
    }
}
