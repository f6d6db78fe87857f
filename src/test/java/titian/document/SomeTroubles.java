package titian.document;

import org.springframework.beans.factory.BeanFactory;
import titian.inspection.SomeInspections;
import titian.shared.UploadId;
import titian.shelf.Store;

/** What befalls files at other modules' tests. */
public final class SomeTroubles {

    private SomeTroubles() {}

    /** A scanner comes back and finds this file infected. */
    public static void infected(BeanFactory house, UploadId upload) {
        house.getBean(ScanDesk.class).write(upload, Scan.INFECTED);
    }

    /** What lies on the shelf under this name cannot be read any more. */
    public static void lost(BeanFactory house, UploadId upload) {
        house.getBean(Store.class).forget(upload);
    }

    /** Sheets where nobody ever has the time to open a file. */
    public static SheetDesk busySheets(BeanFactory house) {
        return new SheetDesk(house.getBean(DocumentDesk.class), SomeInspections.withoutAPlace());
    }
}
