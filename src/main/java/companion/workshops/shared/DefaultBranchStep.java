package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.util.List;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.UpdateDefaultBranchRequest;

/** Makes sure that the default branch is the one that the pipeline will watch: the first branch pushed became it. */
public final class DefaultBranchStep extends AwsStep {
    private final Clone clone;

    public DefaultBranchStep(Title title, Clone clone) {
        super(clone.site(), title);
        this.clone = clone;
    }

    private UpdateDefaultBranchRequest request() {
        return UpdateDefaultBranchRequest.builder()
                .repositoryName(clone.repository())
                .defaultBranchName(clone.branch())
                .build();
    }

    @Override
    public List<Call> plan() {
        return List.of(
                Calls.of(
                        site,
                        service(),
                        GetRepositoryRequest.builder()
                                .repositoryName(clone.repository())
                                .build()),
                Calls.of(site, service(), request()));
    }

    @Override
    public Check check() {
        var repository = clone.metadata();
        if (repository.isEmpty() || repository.get().defaultBranch() == null) {
            return new Check.Missing("No default branch yet");
        }
        var found = repository.get().defaultBranch();
        return found.equals(clone.branch())
                ? Check.found("The default branch is " + found, Output.text("Default branch", found))
                : new Check.Differs(
                        "Repository " + clone.repository(),
                        List.of(new Check.Difference("defaultBranch", clone.branch(), found)),
                        true);
    }

    @Override
    public void run(Progress progress) {
        aws().codeCommit().updateDefaultBranch(request());
    }
}
