package titian.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import titian.account.AccountDesk;
import titian.account.AccountRefused.CodeExpired;
import titian.account.AccountRefused.CodeTooSoon;
import titian.account.AccountRefused.CodeWrong;
import titian.allowance.TooManyAttempts;
import titian.session.Hours;
import titian.session.Session;
import titian.session.Session.Notice;
import titian.shared.SignedIn;
import titian.web.Page;
import titian.web.Problems;
import titian.web.Words;

/** The page that waits for the six digits. Which code it waits for stands in the session. */
@Controller
class CodeController {

    private final AccountDesk desk;

    CodeController(AccountDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/daftar/kode")
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request) {
        if (me != null) {
            return Session.home(me);
        }
        var awaited = Session.awaited(request);
        if (awaited.isEmpty()) {
            return "redirect:/masuk";
        }
        model.addAttribute("form", CodeForm.BLANK);
        model.addAttribute("problems", Problems.NONE);
        return show(awaited.get(), page.words(), model, request);
    }

    @PostMapping("/daftar/kode")
    String confirm(
            @Valid @ModelAttribute("form") CodeForm form,
            BindingResult found,
            @ModelAttribute(name = "page", binding = false) Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var awaited = Session.awaited(request);
        if (awaited.isEmpty()) {
            return "redirect:/masuk";
        }
        var problem = found.hasErrors()
                ? Optional.of(Problems.of(found, page.words()))
                : signIn(awaited.get(), form, page.words(), request, response);
        if (problem.isEmpty()) {
            return "redirect:/beranda";
        }
        model.addAttribute("problems", problem.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(awaited.get(), page.words(), model, request);
    }

    private Optional<Problems> signIn(
            Session.Awaited awaited,
            CodeForm form,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Session.begin(request, response, desk.confirm(awaited.code(), form.digits()));
            return Optional.empty();
        } catch (CodeWrong wrong) {
            return Optional.of(CodeProblems.wrong(wrong, words));
        } catch (CodeExpired _) {
            return Optional.of(CodeProblems.expired(words));
        }
    }

    @PostMapping("/daftar/kode/ulang")
    String again(HttpServletRequest request) {
        var awaited = Session.awaited(request);
        if (awaited.isEmpty()) {
            return "redirect:/masuk";
        }
        try {
            Session.await(
                    request, desk.askAgain(awaited.get().code()), awaited.get().address());
            Session.say(request, new Notice("account.code.sent-again", "", null));
        } catch (CodeTooSoon soon) {
            Session.say(request, new Notice("account.code.too-soon", "", soon.again()));
        } catch (TooManyAttempts many) {
            Session.say(request, new Notice("account.code.too-many", "", many.until()));
        } catch (CodeExpired _) {
            Session.say(
                    request, new Notice("account.code.sign-in", awaited.get().address(), null));
            return "redirect:/masuk";
        }
        return "redirect:/daftar/kode";
    }

    private String show(Session.Awaited awaited, Words words, Model model, HttpServletRequest request) {
        model.addAttribute("address", awaited.address());
        desk.code(awaited.code()).ifPresent(code -> {
            model.addAttribute("asked", Hours.at(code.askedAt(), words));
            model.addAttribute("expires", Hours.at(code.expiresAt(), words));
            model.addAttribute("again", Hours.from(code.againAt(), words));
        });
        Session.said(request).ifPresent(notice -> model.addAttribute("said", Hours.tell(notice, words)));
        return "entry/kode";
    }
}
