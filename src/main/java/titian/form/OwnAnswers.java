package titian.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import titian.platform.ForgetsPeople;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import tools.jackson.databind.json.JsonMapper;

/** What was answered in an account's forms, and what was typed and put off. */
@Component
class OwnAnswers implements KeepsPersonalData, ForgetsPeople {

    private final AnswerSheets sheets;
    private final JsonMapper json;

    OwnAnswers(AnswerSheets sheets, JsonMapper json) {
        this.sheets = sheets;
        this.json = json;
    }

    @Override
    public String subject() {
        return "form";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream().flatMap(this::told).toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(Kept.withApplication("answers", Kept.Basis.PASSPORT_SERVICE, "form.answers"));
    }

    @Override
    public void forget(List<ApplicationId> applications) {
        applications.forEach(sheets::forget);
    }

    private Stream<Map<String, Object>> told(ApplicationId application) {
        var answers = sheets.of(application);
        return Stream.of(Section.values()).flatMap(section -> {
            var told = new LinkedHashMap<String, Object>();
            if (answers.containsKey(section)) {
                told.put("answers", json.valueToTree(answers.get(section)));
            }
            sheets.kept(application, section, Map.class).ifPresent(typed -> told.put("unfinished", typed));
            if (told.isEmpty()) {
                return Stream.empty();
            }
            told.putFirst("section", section.name());
            told.putFirst("application", application.toString());
            return Stream.of(told);
        });
    }
}
