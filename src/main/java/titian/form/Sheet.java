package titian.form;

import titian.form.Forms.Opened;

/** What the frame of a question page needs: whose form, which section, and whether one came from checking answers. */
record Sheet(Opened opened, Section section, boolean fromCheck) {

    static final String CHECK = FormStep.CHECK.path();

    String action() {
        return opened.address(section.path());
    }

    String back() {
        return opened.address(fromCheck ? CHECK : section.previousPath());
    }

    /** Where a section that has been saved leads. */
    String next() {
        return opened.address(fromCheck ? CHECK : section.nextPath());
    }

    /** What its address carries along. */
    String query() {
        return fromCheck ? "?kembali=" + CHECK : "";
    }

    int step() {
        return section.step().number();
    }
}
