package titian.casework;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.queue.Officer;

/** A refusal that a verifier proposed, and the head of the section decides. */
class SomebodysProposedRefusal implements Belonging {

    @Override
    public String kind() {
        return "proposed-refusal";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeFiles(house);
        var file = some.certain();
        var verifier = Officer.of(some.verifier());
        house.getBean(VerificationDesk.class).take(verifier, file.id());
        house.getBean(RefusalDesk.class).propose(verifier, file.id(), RefusalTest.FORGED);
        return new Owned(some.sectionHead(), file.id());
    }
}
