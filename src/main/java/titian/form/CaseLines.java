package titian.form;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import titian.form.AnswerList.Lines;
import titian.form.CaseAnswer.Circumstances;
import titian.form.CaseAnswer.Collector;
import titian.form.CaseAnswer.Errands;
import titian.form.CaseAnswer.Group;
import titian.form.CaseAnswer.OldPassport;
import titian.form.CaseAnswer.Parent;
import titian.form.CaseAnswer.ParentData;
import titian.form.CaseAnswer.Parents;
import titian.web.Words;

/** The answers of pages that not every case is asked, in words. */
final class CaseLines {

    private CaseLines() {}

    static Lines of(CaseAnswer answer, boolean childs, Lines lines, Words words) {
        return switch (answer) {
            case Errands said -> lines.add("errand", words.text(said.errand().text()));
            case OldPassport said -> oldPassport(said, lines, words);
            case Parents said -> parents(said, lines, words);
            case ParentData said -> parentData(said, childs, lines, words);
            case Group said ->
                lines.add("group-name", said.name())
                        .add("group-place", said.place())
                        .add("people", words.number(said.people()));
            case Collector said ->
                lines.add("collector", said.name())
                        .add("nik", said.nik().value())
                        .add("phone", said.phone());
            case Circumstances said ->
                lines.add(
                        "circumstances",
                        said.hold().isEmpty()
                                ? words.text("form.circumstances.none")
                                : said.hold().stream()
                                        .sorted()
                                        .map(one -> words.text(one.text()))
                                        .collect(Collectors.joining("; ")));
        };
    }

    private static Lines oldPassport(OldPassport said, Lines lines, Words words) {
        return lines.add("reason", words.text("questionnaire.reason." + said.reason()))
                .add("old-number", said.number())
                .add("old-register", said.register())
                .add("issued", words.text("form.issued." + said.issued()))
                .add("data-differ", yesNo(said.dataDiffer(), "form.data-differ", words));
    }

    private static Lines parents(Parents said, Lines lines, Words words) {
        return lines.add("childhood", words.text("questionnaire.childhood." + said.childhood()))
                .add("household", words.text("form.household." + said.household()))
                .add("parent-passport", yesNo(said.passport(), "form.parent-passport", words))
                .add("companion", words.text("form.companion." + said.companion()))
                .add("guardian", said.guardian())
                .add("guardian-nik", said.guardianNik())
                .add("guardian-phone", said.guardianPhone());
    }

    private static Lines parentData(ParentData said, boolean childs, Lines lines, Words words) {
        parent("father", said.father(), childs, lines, words);
        parent("mother", said.mother(), childs, lines, words);
        return lines.add("parents-address", said.address());
    }

    /** Of a child's parents it is said that one is not known; an adult has only left it out. */
    private static void parent(String which, @Nullable Parent said, boolean childs, Lines lines, Words words) {
        if (said == null) {
            lines.add(which + "-data", childs ? words.text("form.parent-unknown.said") : null);
        } else {
            lines.add(which + "-nationality", said.nationality())
                    .add(which + "-birth-place", said.birthPlace())
                    .add(which + "-birth-date", words.date(said.birthDate()));
        }
    }

    private static String yesNo(boolean yes, String key, Words words) {
        return words.text(key + (yes ? ".yes" : ".no"));
    }
}
