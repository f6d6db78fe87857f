package titian.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import titian.TitianTest;

@TitianTest
class SessionsTest {

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    /** A live page in another window may be asked for just before, and answered just after. */
    @Test
    void whoSignsInStaysSignedInThoughSomethingAskedForBeforeIsAnsweredLater() {
        signInWhileSomethingIsAnswered(sessions);
    }

    private static <S extends Session> void signInWhileSomethingIsAnswered(
            FindByIndexNameSessionRepository<S> sessions) {
        var begun = sessions.createSession();
        sessions.save(begun);
        var former = begun.getId();
        var who = "account " + UUID.randomUUID();
        var slow = Objects.requireNonNull(sessions.findById(former));

        var signedIn = Objects.requireNonNull(sessions.findById(former));
        signedIn.changeSessionId();
        signedIn.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who);
        sessions.save(signedIn);
        slow.setLastAccessedTime(Instant.now());
        sessions.save(slow);

        assertThat(sessions.findById(former)).isNull();
        assertThat(sessions.findById(signedIn.getId())).isNotNull();
        assertThat(sessions.findByPrincipalName(who)).containsOnlyKeys(signedIn.getId());
    }

    @Test
    void whoShowsMoreIsGivenANewNameEachTime() {
        signInTwice(sessions);
    }

    private static <S extends Session> void signInTwice(FindByIndexNameSessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        for (var time = 0; time < 2; time++) {
            var known = Objects.requireNonNull(sessions.findById(session.getId()));
            known.changeSessionId();
            sessions.save(known);
            assertThat(sessions.findById(session.getId())).isNull();
            session = Objects.requireNonNull(sessions.findById(known.getId()));
        }
        session.setLastAccessedTime(Instant.now());
        sessions.save(session);
        assertThat(sessions.findById(session.getId())).isNotNull();
    }
}
