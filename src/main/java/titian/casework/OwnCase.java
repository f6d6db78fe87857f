package titian.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What officers found of an account's papers, and wrote about them. */
@Component
class OwnCase implements KeepsPersonalData {

    private static final int MOST_HAPPENINGS = 1000;

    private final CaseFiles files;
    private final Verdicts verdicts;
    private final Happenings happenings;

    OwnCase(CaseFiles files, Verdicts verdicts, Happenings happenings) {
        this.files = files;
        this.verdicts = verdicts;
        this.happenings = happenings;
    }

    @Override
    public String subject() {
        return "casework";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return applications.stream()
                .flatMap(application -> files.find(application).stream())
                .map(this::told)
                .toList();
    }

    private Map<String, Object> told(CaseFile file) {
        var told = new LinkedHashMap<String, Object>();
        told.put("application", file.application().toString());
        told.put("standing", file.standing().name());
        told.put("standing_at", file.standing().at().toString());
        file.standing().refusal().ifPresent(grounds -> {
            told.put("refused_because_of", grounds.ground().name());
            told.put("why", grounds.why());
        });
        told.put(
                "papers",
                verdicts.of(file.application()).values().stream()
                        .map(OwnCase::told)
                        .toList());
        told.put(
                "happened",
                happenings.of(file.application(), MOST_HAPPENINGS).stream()
                        .map(line -> Map.of("at", line.at().toString(), "what", line.what(), "came_to", line.cameTo()))
                        .toList());
        return told;
    }

    private static Map<String, Object> told(Verdict verdict) {
        var told = new LinkedHashMap<String, Object>();
        told.put("kind", verdict.kind().name());
        told.put("is_good", verdict.isGood());
        if (verdict.reason() != null) {
            told.put("reason", verdict.reason().name());
        }
        if (verdict.note() != null) {
            told.put("note", verdict.note());
        }
        told.put("at", verdict.at().toString());
        return told;
    }
}
