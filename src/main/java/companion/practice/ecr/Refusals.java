package companion.practice.ecr;

import companion.practice.fabric.Fault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.LayersNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** What ECR refuses in many operations alike, and its checks of names. */
final class Refusals {
    /** As ECR prints it; the pattern that decides is stricter about what separates parts. */
    private static final String NAME_SHOWN = "(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*";

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    private Refusals() {}

    /** ECR's error code is the name of the exception. */
    static AwsServiceException fault(AwsServiceException.Builder builder, String message) {
        return Fault.of(builder, builder.build().getClass().getSimpleName(), message);
    }

    static AwsServiceException invalid(String parameter, String constraint) {
        return fault(
                InvalidParameterException.builder(),
                "Invalid parameter at '" + parameter + "' failed to satisfy constraint: '" + constraint + "'");
    }

    static String repositoryName(@Nullable String name) {
        if (name == null) {
            throw invalid("repositoryName", "must not be null");
        }
        if (name.length() < 2 || name.length() > 256 || !NAME.matcher(name).matches()) {
            throw invalid("repositoryName", "must satisfy regular expression '" + NAME_SHOWN + "'");
        }
        return name;
    }

    static void tag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw invalid("imageTag", "must satisfy regular expression '[a-zA-Z0-9-_.]+'");
        }
    }

    static AwsServiceException noRepository(String name, String registryId) {
        return fault(
                RepositoryNotFoundException.builder(),
                "The repository with name '" + name + "' does not exist in the registry with id '" + registryId + "'");
    }

    static AwsServiceException noImage(
            @Nullable String digest, @Nullable String tag, String repository, String registryId) {
        return fault(
                ImageNotFoundException.builder(),
                "The image with imageId"
                        + " {imageDigest:'" + digest + "', imageTag:'" + tag + "'} does not exist within the"
                        + " repository with name '" + repository + "' in the registry with id '" + registryId + "'");
    }

    static AwsServiceException noLayers(List<String> digests, String repository, String registryId) {
        return fault(
                LayersNotFoundException.builder(),
                "Layers with digests"
                        + " '" + digests + "' required for pushing image into repository with name '" + repository
                        + "' in the registry with id '" + registryId + "' do not exist");
    }
}
