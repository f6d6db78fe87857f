package titian.casework;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.document.DocumentKind;
import titian.queue.Officer;

/** Papers that went back to their applicant. */
class SomebodysMending implements Belonging {

    @Override
    public String kind() {
        return "mending";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeFiles(house);
        var file = some.certain();
        var verifier = some.verifier();
        some.judgeAll(verifier, file, DocumentKind.KK);
        house.getBean(VerificationDesk.class)
                .sendBack(
                        Officer.of(verifier),
                        file.id(),
                        house.getBean(Clock.class).instant().plus(Duration.ofDays(2)));
        return new Owned(file.applicant(), file.id());
    }
}
