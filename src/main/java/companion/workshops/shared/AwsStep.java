package companion.workshops.shared;

import companion.aws.Connection;
import companion.workshop.Problem;
import companion.workshop.Resource;
import companion.workshop.Step;
import companion.workshop.StepFailedException;
import java.util.List;

/** A step with its names, at a site. */
public abstract class AwsStep implements Step {
    protected final Site site;
    private final Title title;

    /**
     * @param id stable within the stage
     * @param text in the imperative
     * @param service AWS's own name, {@code Git} or {@code Local}
     */
    public record Title(String id, String text, String service, String operation) {}

    protected AwsStep(Site site, Title title) {
        this.site = site;
        this.title = title;
    }

    protected final Connection aws() {
        return site.connection();
    }

    @Override
    public final String id() {
        return title.id;
    }

    @Override
    public final String title() {
        return title.text;
    }

    @Override
    public final String service() {
        return title.service;
    }

    @Override
    public final String operation() {
        return title.operation;
    }

    @Override
    public List<Resource> creates() {
        return List.of();
    }

    protected static StepFailedException failure(String code, String what, String why, String next, String details) {
        return new StepFailedException(new Problem(code, what, why, next, details), null);
    }
}
