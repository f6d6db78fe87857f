package titian.form;

import java.io.ByteArrayInputStream;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.shared.ApplicationId;

/** A file that was handed in with a form. */
class SomebodysUpload implements Belonging {

    @Override
    public String kind() {
        return "upload";
    }

    @Override
    public Owned make(BeanFactory house) {
        var form = new SomebodysForm().make(house);
        var application = ApplicationId.of(form.ids().getFirst());
        var upload = house.getBean(DocumentDesk.class)
                .store(
                        application,
                        form.owner().account(),
                        DocumentKind.KTP,
                        "foto.png",
                        new ByteArrayInputStream(FilledIn.PICTURE));
        return new Owned(form.owner(), application, upload.id());
    }
}
