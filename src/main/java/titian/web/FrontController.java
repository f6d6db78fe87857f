package titian.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that belong to no module: help, privacy, accessibility, and the one shown without a network. */
@Controller
class FrontController {

    @GetMapping("/bantuan")
    String help() {
        return "web/help";
    }

    @GetMapping("/privasi")
    String privacy() {
        return "web/privacy";
    }

    @GetMapping("/aksesibilitas")
    String accessibility() {
        return "web/accessibility";
    }

    @GetMapping("/luring")
    String offline() {
        return "web/offline";
    }
}
