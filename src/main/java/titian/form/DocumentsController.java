package titian.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import titian.document.ArrivalDesk;
import titian.document.Brought;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.ReadingDesk;
import titian.document.Upload;
import titian.form.Forms.Opened;
import titian.inspection.UploadRefused;
import titian.reading.Difference;
import titian.requirement.Circumstance;
import titian.requirement.RequirementDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;
import titian.web.Problems;
import titian.web.Words;

/** Step 3: the papers, each handed in by itself so that a slow connection loses one at most. */
@Controller
class DocumentsController {

    private static final String PATH = FormStep.DOCUMENTS.path();

    private final Forms forms;
    private final DocumentDesk documents;
    private final RequirementDesk requirements;
    private final ArrivalDesk arrivals;
    private final ReadingDesk readings;

    DocumentsController(
            Forms forms,
            DocumentDesk documents,
            RequirementDesk requirements,
            ArrivalDesk arrivals,
            ReadingDesk readings) {
        this.forms = forms;
        this.documents = documents;
        this.requirements = requirements;
        this.arrivals = arrivals;
        this.readings = readings;
    }

    @GetMapping("/permohonan/{id}/dokumen")
    ModelAndView ask(@PathVariable ApplicationId id, @AuthenticationPrincipal SignedIn me, Pressed pressed) {
        return page(forms.openAt(id, me, FormStep.DOCUMENTS), Problems.NONE, pressed);
    }

    @PostMapping("/permohonan/{id}/dokumen")
    ModelAndView store(
            @PathVariable ApplicationId id,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String jenis,
            Brought brought,
            Pressed pressed,
            Locale locale,
            HttpServletRequest request)
            throws IOException {
        var opened = forms.openAt(id, me, FormStep.DOCUMENTS);
        var kind = Typing.value(DocumentKind.class, jenis)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            var account = opened.application().account();
            arrivals.store(opened.id(), account, kind, brought, request.getRemoteAddr());
        } catch (UploadRefused refused) {
            var text = Words.in(locale).text(refused.text());
            return page(opened, Problems.of(kind.name(), text), pressed);
        }
        return Questions.redirect(
                opened.address(PATH) + (pressed.fromCheck() ? "?kembali=" + Sheet.CHECK : "") + "#" + kind + "-l");
    }

    private ModelAndView page(Opened opened, Problems problems, Pressed pressed) {
        Map<DocumentKind, Upload> files =
                documents.of(opened.id()).stream().collect(Collectors.toMap(Upload::kind, Function.identity()));
        return new ModelAndView("form/documents", problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("opened", opened)
                .addObject("files", files)
                .addObject("withheld", documents.withheld(opened.id()))
                .addObject("differing", differing(opened))
                .addObject("problems", problems)
                .addObject("fromCheck", pressed.fromCheck())
                .addObject("questions", !circumstances(opened).isEmpty());
    }

    private Map<DocumentKind, Set<Difference>> differing(Opened opened) {
        return opened.form()
                .typed()
                .map(typed -> readings.differing(opened.id(), typed))
                .orElse(Map.of());
    }

    /** What else may be said of the case, on a page of its own. */
    private Set<Circumstance> circumstances(Opened opened) {
        var some = EnumSet.copyOf(Circumstance.TICKED);
        some.retainAll(requirements.circumstances(opened.form().asked()));
        return some;
    }
}
