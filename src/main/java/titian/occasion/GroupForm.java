package titian.occasion;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import titian.form.CaseAnswer.Group;
import titian.form.Typing;

/** A group to which officers shall come, as typed. */
record GroupForm(
        @NotEmpty(message = "{form.group-name.missing}")
        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.group-name.long}")
        String groupName,

        @NotEmpty(message = "{form.group-place.missing}")
        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.group-place.long}")
        String groupPlace,

        @Pattern(regexp = "[3-7][0-9]|80", message = "{form.people.malformed}")
        String people) {

    static final GroupForm BLANK = new GroupForm(null, null, null);

    GroupForm(@Nullable String groupName, @Nullable String groupPlace, @Nullable String people) {
        this.groupName = Typing.line(groupName);
        this.groupPlace = Typing.line(groupPlace);
        this.people = Typing.line(people);
    }

    static GroupForm of(Group said) {
        return new GroupForm(said.name(), said.place(), String.valueOf(said.people()));
    }

    Group answer() {
        return new Group(groupName, groupPlace, Integer.parseInt(people));
    }

    @Override
    public String toString() {
        return "group form";
    }
}
