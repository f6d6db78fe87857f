package titian.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import titian.interview.Examination.View;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What was noted of an account's people at the counter, and what was examined and decided. */
@Component
class OwnInterview implements KeepsPersonalData {

    private final Interviews interviews;
    private final Examinations examinations;

    OwnInterview(Interviews interviews, Examinations examinations) {
        this.interviews = interviews;
        this.examinations = examinations;
    }

    @Override
    public String subject() {
        return "interview";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream().flatMap(this::told).toList();
    }

    private Stream<Map<String, Object>> told(ApplicationId application) {
        var told = new LinkedHashMap<String, Object>();
        interviews.find(application).ifPresent(interview -> {
            var notes = new LinkedHashMap<String, Object>();
            interview.notes().answers().forEach((question, said) -> notes.put(question.name(), said));
            told.put("notes", notes);
        });
        var originals = interviews.originals(application).values().stream()
                .map(original -> Map.<String, Object>of(
                        "kind", original.kind().name(),
                        "mark", original.mark().name(),
                        "note", original.note() == null ? "" : original.note()))
                .toList();
        if (!originals.isEmpty()) {
            told.put("originals", originals);
        }
        examinations.find(application).ifPresent(examination -> told.put("examination", told(examination)));
        if (told.isEmpty()) {
            return Stream.empty();
        }
        told.putFirst("application", application.toString());
        return Stream.of(told);
    }

    private static Map<String, Object> told(Examination examination) {
        var told = new LinkedHashMap<String, Object>();
        told.put("subject", examination.subject().name());
        told.put("cause", examination.cause().name());
        told.put("minutes", examination.minutes().text());
        examination.state().opinionIfAny().ifPresent(view -> told.put("opinion", told(view)));
        examination.state().decisionIfAny().ifPresent(view -> told.put("decision", told(view)));
        return told;
    }

    private static Map<String, Object> told(View view) {
        return Map.of(
                "outcome", view.outcome().name(),
                "why", view.why(),
                "at", view.at().toString());
    }
}
