package titian.document;

import java.io.ByteArrayInputStream;
import org.springframework.beans.factory.BeanFactory;
import titian.shared.AccountId;

/** A file that has come piece by piece and waits for its form. */
public final class SentInPieces {

    private SentInPieces() {}

    /** Its number, as the form brings it. */
    public static String by(AccountId account, byte[] content, BeanFactory house) {
        var desk = house.getBean(ArrivalDesk.class);
        var arrival = desk.begin(account, content.length);
        desk.take(arrival, new ByteArrayInputStream(content));
        return arrival.id().toString();
    }
}
