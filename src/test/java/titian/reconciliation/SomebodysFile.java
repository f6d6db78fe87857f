package titian.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.BeanFactory;
import titian.Belonging;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.shared.OfficeId;
import titian.shared.Role;

/** A bank's file at an office, with a line to decide about. */
class SomebodysFile implements Belonging {

    @Override
    public String kind() {
        return "daily-file";
    }

    @Override
    public Owned make(BeanFactory house) {
        var office = OfficeId.of("kanim-berkas-" + Long.toString(System.nanoTime(), 36));
        var content =
                "ntpn,tanggal,jumlah\nZZZZZZZZZZZZZZZZ,2026-12-08,%d\n".formatted(System.nanoTime() % 1_000_000 + 1);
        var desk = house.getBean(FileDesk.class);
        try {
            var file =
                    desk.take("uji.csv", Source.BANK, office, null, new ByteArrayInputStream(content.getBytes(UTF_8)));
            desk.readAll(file);
            return new Owned(SignedInPeople.officer(house.getBean(AccountDesk.class), office, Role.TREASURER), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
