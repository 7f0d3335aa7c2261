package companion.workshops.shared;

import companion.aws.Absence;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import java.util.List;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** Creates the ECR repository that images are pushed to. */
public final class ImageRepositoryStep extends AwsStep {
    private final CreateRepositoryRequest request;
    private final Resource resource;

    public ImageRepositoryStep(Site site, Title title, String name, int cleanUpGroup) {
        super(site, title);
        this.request = CreateRepositoryRequest.builder().repositoryName(name).build();
        this.resource = Resource.free("ECR repository", name, cleanUpGroup, "DeleteRepository force");
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
        var name = request.repositoryName();
        return Absence.unless(
                        RepositoryNotFoundException.class,
                        () -> aws().ecr().describeRepositories(it -> it.repositoryNames(name)))
                .<Check>map(answer -> Check.found(
                        "Found " + name,
                        Output.text(
                                "Repository URI",
                                answer.repositories().getFirst().repositoryUri())))
                .orElseGet(() -> new Check.Missing("No repository " + name));
    }

    @Override
    public void run(Progress progress) {
        aws().ecr().createRepository(request);
    }
}
