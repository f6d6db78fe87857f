package titian.document;

import java.time.Duration;
import org.springframework.beans.factory.BeanFactory;

/** What befalls files at other modules' tests. */
public final class SomeTroubles {

    private SomeTroubles() {}

    /** A scanner comes back and finds this file infected. */
    public static void infected(BeanFactory house, UploadId upload) {
        house.getBean(ScanDesk.class).write(upload, Scan.INFECTED);
    }

    /** Sheets where nobody ever has the time to open a file. */
    public static SheetDesk busySheets(BeanFactory house) {
        return new SheetDesk(house.getBean(DocumentDesk.class), new Inspection(0, Duration.ofMillis(1)));
    }
}
