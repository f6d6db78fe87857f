package titian.form;

import titian.form.Forms.Opened;

/** What the frame of a question page needs: whose form, which section, and whether one came from checking answers. */
public record Sheet(Opened opened, Section section, boolean fromCheck) {

    public static final String CHECK = FormStep.CHECK.path();

    public String action() {
        return opened.address(section.path());
    }

    public String back() {
        return opened.address(fromCheck ? CHECK : opened.form().pathBefore(section.path()));
    }

    /** Where a section that has been saved leads; back to checking only if nothing else is asked now. */
    public String next() {
        return opened.address(
                fromCheck ? opened.form().pathNow() : opened.form().pathAfter(section));
    }

    /** What its address carries along. */
    public String query() {
        return fromCheck ? "?kembali=" + CHECK : "";
    }

    public int step() {
        return opened.form().number(section.step());
    }

    public int steps() {
        return opened.form().steps().size();
    }
}
