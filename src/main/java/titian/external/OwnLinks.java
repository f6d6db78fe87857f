package titian.external;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Which providers of identities open an account. */
@Component
class OwnLinks implements KeepsPersonalData {

    private final Links links;

    OwnLinks(Links links) {
        this.links = links;
    }

    @Override
    public String subject() {
        return "external_sign_in";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> applications) {
        return links.of(account).stream()
                .map(link -> Map.<String, Object>of(
                        "provider",
                        link.provider(),
                        "linked_at",
                        link.linkedAt().toString()))
                .toList();
    }
}
