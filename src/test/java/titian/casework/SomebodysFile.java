package titian.casework;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;

/** A file on the worklist of an office, whose verifiers check it. */
class SomebodysFile implements Belonging {

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeFiles(house);
        return new Owned(some.verifier(), some.certain().id());
    }
}
