package companion.aws;

import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;

/** The Regions of AWS's public partition that have CodePipeline. */
public final class Regions {
    private static final String PARTITION = "aws";

    /** @param title as AWS calls it: {@code US East (N. Virginia)} */
    public record Choice(String id, String title) {}

    private Regions() {}

    /** By id. */
    public static List<Choice> all() {
        return CodePipelineClient.serviceMetadata().regions().stream()
                .<RegionMetadata>mapMulti((region, to) -> {
                    // Endpoints that are no Region of their own, such as the FIPS ones, have no metadata.
                    var metadata = RegionMetadata.of(region);
                    if (metadata != null) {
                        to.accept(metadata);
                    }
                })
                .filter(region -> region.partition().id().equals(PARTITION))
                .map(region -> new Choice(region.id(), region.description()))
                .sorted(Comparator.comparing(Choice::id))
                .toList();
    }
}
