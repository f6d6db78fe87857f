package titian.casework;

import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.document.DocumentDesk;

/** A paper in the file of an office. */
class SomebodysPaperOfAFile implements Belonging {

    @Override
    public String kind() {
        return "paper-of-a-file";
    }

    @Override
    public Owned make(BeanFactory house) {
        var some = new SomeFiles(house);
        var file = some.certain();
        var paper = house.getBean(DocumentDesk.class).of(file.id()).getFirst();
        return new Owned(some.verifier(), file.id(), paper.id());
    }
}
