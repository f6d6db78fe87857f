package titian.requirement;

import org.springframework.stereotype.Service;

/** Where one asks which papers a service needs. */
@Service
public class RequirementDesk {

    private final Requirements requirements;

    RequirementDesk(Requirements requirements) {
        this.requirements = requirements;
    }

    /** What to bring for a service. */
    public Checklist checklist(RequestedService service) {
        return checklist(service.name());
    }

    Checklist checklist(String service) {
        return new Checklist(service, requirements.of(service));
    }
}
