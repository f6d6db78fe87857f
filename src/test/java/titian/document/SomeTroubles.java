package titian.document;

import org.springframework.beans.factory.BeanFactory;
import titian.inspection.Sheets;
import titian.inspection.SomeInspections;
import titian.shared.UploadId;

/** What befalls files at other modules' tests. */
public final class SomeTroubles {

    private SomeTroubles() {}

    /** A scanner comes back and finds this file infected. */
    public static void infected(BeanFactory house, UploadId upload) {
        house.getBean(ScanDesk.class).write(upload, Scan.INFECTED);
    }

    /** Sheets where nobody ever has the time to open a file. */
    public static SheetDesk busySheets(BeanFactory house) {
        return new SheetDesk(house.getBean(DocumentDesk.class), SomeInspections.withoutAPlace());
    }
}
