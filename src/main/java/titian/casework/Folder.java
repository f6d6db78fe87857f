package titian.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.Upload;
import titian.shared.ApplicationId;

/** What lies in a file: every paper that was handed in, withheld or asked for, with what was found of it. */
@Component
class Folder {

    private final DocumentDesk documents;
    private final Verdicts verdicts;

    Folder(DocumentDesk documents, Verdicts verdicts) {
        this.documents = documents;
        this.verdicts = verdicts;
    }

    List<Paper> of(ApplicationId application) {
        Map<DocumentKind, Upload> uploads = documents.of(application).stream()
                .collect(Collectors.toMap(Upload::kind, Function.identity(), (one, _) -> one));
        var withheld = documents.withheld(application);
        var found = verdicts.of(application);
        return Stream.of(DocumentKind.values())
                .filter(kind -> isIn(kind, uploads, withheld, found))
                .map(kind -> new Paper(kind, uploads.get(kind), found.get(kind), withheld.contains(kind)))
                .toList();
    }

    private static boolean isIn(
            DocumentKind kind,
            Map<DocumentKind, Upload> uploads,
            Set<DocumentKind> withheld,
            Map<DocumentKind, Verdict> found) {
        return uploads.containsKey(kind) || withheld.contains(kind) || found.containsKey(kind);
    }

    /** The papers that went back and have not been replaced, or by what nobody may see. */
    List<Paper> stillBad(ApplicationId application) {
        return of(application).stream().filter(Paper::isToMend).toList();
    }

    /** Whether the very papers there are now were all found good. */
    boolean isAllGood(ApplicationId application) {
        return of(application).stream().allMatch(Paper::isGood);
    }
}
