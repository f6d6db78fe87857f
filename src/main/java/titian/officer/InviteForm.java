package titian.officer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is to be asked, as typed. */
record InviteForm(
        @NotBlank(message = "{officer.invite.name.empty}") @Size(max = 100, message = "{officer.invite.name.long}")
        String name,

        @NotBlank(message = "{officer.invite.email.empty}") String email,

        List<String> roles) {

    static final InviteForm BLANK = new InviteForm("", "", List.of());

    InviteForm(@Nullable String name, @Nullable String email, @Nullable List<String> roles) {
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.email = Objects.requireNonNullElse(email, "").strip();
        this.roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
    }

    @Override
    public String toString() {
        return "an invitation form";
    }
}
