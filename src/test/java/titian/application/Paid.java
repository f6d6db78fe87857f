package titian.application;

import org.springframework.beans.factory.BeanFactory;
import titian.application.Stage.Submitted;
import titian.shared.ApplicationId;

/** Bills that were paid, told the way the task that follows a payment tells it. */
public final class Paid {

    private Paid() {}

    public static void now(BeanFactory house, ApplicationId id) {
        var submitted = (Submitted)
                house.getBean(Applications.class).find(id).orElseThrow().stage();
        house.getBean(SettlementDesk.class).paid(id, submitted.bill());
    }
}
