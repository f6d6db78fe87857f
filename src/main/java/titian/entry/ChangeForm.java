package titian.entry;

import org.jspecify.annotations.Nullable;

/** The password someone has and the one they want. It prints nothing of it. */
record ChangeForm(String current, String password) {

    ChangeForm(@Nullable String current, @Nullable String password) {
        this.current = current == null ? "" : current;
        this.password = password == null ? "" : password;
    }

    @Override
    public String toString() {
        return "a change of password";
    }
}
