package titian.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.TitianTest;
import titian.shared.AccountId;
import titian.shared.Act;

/** Whatever an officer types as a reason, the audit keeps no number and no address of anybody, and the rest sealed. */
@TitianTest
class DiscreetTest {

    @Autowired
    AuditDesk desk;

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3174025708900001",
                "3174 0257 0890 0001",
                "317402-570890-0001",
                "0812 3456 7890",
                "081234567890",
                "+62 812-3456-7890",
                "siti.r@warga.example"
            })
    void whatIsSomebodysIsLeftOut(String typed) {
        assertThat(Discreet.reason("Tertukar dengan " + typed + " di loket 2"))
                .isEqualTo("Tertukar dengan ••• di loket 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NTPN salah ketik",
                "Kode billing 820261130123456 dibayar dua kali",
                "Tutup 2026-11-30 sampai 2026-12-01, 08.00-12.00 WIB",
                "Rp650.000 kurang Rp50.000",
                "IDENTITY_CHECK: kartu lama"
            })
    void whatIsNobodysStays(String typed) {
        assertThat(Discreet.reason(typed)).isEqualTo(typed);
    }

    @Test
    void itIsWrittenSo() {
        var subject = AccountId.next();
        desk.write(new Act("LINE_SETTLED", "file", subject.toString(), "", "", "milik 3174025708900001"), null);

        assertThat(desk.find(Search.of(null, null, null, null, subject.toString(), null), Long.MAX_VALUE))
                .singleElement()
                .extracting(entry -> entry.act().why())
                .isEqualTo("milik •••");
    }

    @Test
    void whatWasTypedLiesSealedAndTheChainVouchesForItAsItLies() {
        var subject = AccountId.next();
        desk.write(new Act("LINE_SETTLED", "file", subject.toString(), "", "", "atas nama Siti Rahayu"), null);

        var lies = db.sql("SELECT why FROM audit.entry WHERE subject = :subject")
                .param("subject", subject.toString())
                .query(String.class)
                .single();
        assertThat(lies).startsWith("§").doesNotContain("Siti");
        assertThat(desk.find(Search.of(null, null, null, null, subject.toString(), null), Long.MAX_VALUE))
                .singleElement()
                .extracting(entry -> entry.act().why())
                .isEqualTo("atas nama Siti Rahayu");
        assertThat(entries.unlinked(1000, 1000))
                .filteredOn(entry -> entry.act().subject().equals(subject.toString()))
                .singleElement()
                .extracting(Entry::line, InstanceOfAssertFactories.STRING)
                .contains(lies);
    }

    @Test
    void reasonsFromBeforeAreReadAsTheyLie() {
        var subject = AccountId.next();
        db.sql("""
                        INSERT INTO audit.entry (at, role, office, act, kind, subject, before, after, why, request)
                        VALUES (now(), 'HOUSE', '', 'LINE_SETTLED', 'file', :subject, '', '', 'kartu lama', '')
                        """).param("subject", subject.toString()).update();

        assertThat(desk.find(Search.of(null, null, null, null, subject.toString(), null), Long.MAX_VALUE))
                .singleElement()
                .extracting(entry -> entry.act().why())
                .isEqualTo("kartu lama");
    }
}
