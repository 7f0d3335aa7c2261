package companion.workshops.shared;

import companion.aws.Absence;
import companion.image.ImagePush;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecr.model.GetAuthorizationTokenRequest;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** Builds the image of the sample app and pushes it as {@code latest}, with no Docker daemon. */
public final class ImageStep extends AwsStep {
    private static final String TAG = "latest";

    private final String repository;
    private final String base;
    private final Map<String, byte[]> files;

    /**
     * @param base as in the Dockerfile's FROM
     * @param files absolute path in the image to content
     */
    public ImageStep(Site site, Title title, String repository, String base, Map<String, byte[]> files) {
        super(site, title);
        this.repository = repository;
        this.base = base;
        this.files = Map.copyOf(files);
    }

    @Override
    public List<Call> plan() {
        var registry = site.account() + ".dkr.ecr." + site.region() + ".amazonaws.com";
        var image = registry + "/" + repository + ":" + TAG;
        return List.of(
                Calls.of(site, service(), GetAuthorizationTokenRequest.builder().build()),
                Calls.local("Registry", "push", """
                    aws ecr get-login-password --region %s | docker login --username AWS --password-stdin %s
                    docker build --platform=linux/amd64 -t %s .
                    docker push %s\
                    """.formatted(site.region(), registry, image, image)));
    }

    @Override
    public Check check() {
        return Absence.unless(
                        error ->
                                error instanceof ImageNotFoundException || error instanceof RepositoryNotFoundException,
                        () -> aws().ecr()
                                .describeImages(request -> request.repositoryName(repository)
                                        .imageIds(ImageIdentifier.builder()
                                                .imageTag(TAG)
                                                .build())))
                .<Check>map(answer -> Check.found(
                        "Found " + repository + ":" + TAG,
                        Output.text("Digest", answer.imageDetails().getFirst().imageDigest())))
                .orElseGet(() -> new Check.Missing("No image " + repository + ":" + TAG));
    }

    @Override
    public void run(Progress progress) throws Exception {
        new ImagePush(aws(), site.cache()).push(base, files, repository, TAG, progress::report);
    }
}
