package titian.casework;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static titian.SignedInPeople.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import titian.account.AccountDesk;
import titian.casework.SomeFiles.Case;
import titian.document.DocumentKind;
import titian.outside.World;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** An office a test has to itself, an officer who checks papers there, and what people do in a browser. */
abstract class AtAnOffice {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory house;

    @Autowired
    VerificationDesk desk;

    @Autowired
    RepairDesk repairs;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    Escalation escalation;

    @Autowired
    CaseFiles files;

    @Autowired
    Timeline timeline;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    SomeFiles some;
    SignedIn ani;

    @BeforeEach
    void anOffice() {
        some = new SomeFiles(house);
        ani = some.verifier();
    }

    static Officer officer(SignedIn who) {
        return Officer.of(who);
    }

    Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    CaseFile file(ApplicationId id) {
        return files.find(id).orElseThrow();
    }

    /** Where its owner gets letters. */
    String address(Case of) {
        return accounts.contact(of.applicant().account()).orElseThrow().email();
    }

    /** Its officer finds these papers bad and all others good, and its owner has this long to mend them. */
    void goesBack(Case of, Instant repairBy, DocumentKind... bad) {
        some.judgeAll(ani, of, bad);
        desk.sendBack(officer(ani), of.id(), repairBy);
    }

    /** Files of other tests may be late as well. */
    void sweep() {
        for (int i = 0; i < 10; i++) {
            escalation.sweep();
        }
    }

    MvcTestResult get(SignedIn who, String address) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    MvcTestResult post(SignedIn who, String address, String... parameters) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult hand(SignedIn who, String address, String kind, byte[] content) {
        return browser.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("berkas", "foto.png", "image/png", content))
                .param("jenis", kind)
                .with(as(who))
                .with(csrf())
                .exchange();
    }
}
