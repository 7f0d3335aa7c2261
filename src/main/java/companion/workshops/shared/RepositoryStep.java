package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import java.util.List;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.OperationNotAllowedException;

/** Creates the CodeCommit repository. */
public final class RepositoryStep extends AwsStep {
    private final Clone clone;
    private final CreateRepositoryRequest request;
    private final Resource resource;

    public RepositoryStep(Title title, Clone clone, String description, int cleanUpGroup) {
        super(clone.site(), title);
        this.clone = clone;
        this.request = CreateRepositoryRequest.builder()
                .repositoryName(clone.repository())
                .repositoryDescription(description)
                .build();
        this.resource = Resource.free("CodeCommit repository", clone.repository(), cleanUpGroup, "DeleteRepository");
    }

    @Override
    public List<Resource> creates() {
        return List.of(resource);
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(site, service(), request));
    }

    @Override
    public Check check() {
        return clone.metadata()
                .<Check>map(found -> Check.found(
                        "Found " + found.repositoryName()
                                + (found.defaultBranch() == null ? ", no branch yet" : ", " + found.defaultBranch()),
                        Output.arn("ARN", found.arn()),
                        Output.text("Clone URL", found.cloneUrlHttp())))
                .orElseGet(() -> new Check.Missing("No repository " + clone.repository()));
    }

    @Override
    public void run(Progress progress) throws Exception {
        try {
            aws().codeCommit().createRepository(request);
        } catch (OperationNotAllowedException e) {
            throw failure(
                    "CODECOMMIT_NOT_ALLOWED",
                    "This account may not create CodeCommit repositories.",
                    "CodeCommit was closed to new accounts until November 2025, and organizations may still forbid it.",
                    "Use another account, or the practice cloud.",
                    String.valueOf(e.getMessage()));
        }
    }
}
