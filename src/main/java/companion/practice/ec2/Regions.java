package companion.practice.ec2;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Region;

/** The regions that are enabled in every account. */
final class Regions {
    private static final List<String> NAMES = List.of(
            "ap-south-1", "eu-north-1", "eu-west-3", "eu-west-2", "eu-west-1", "ap-northeast-3", "ap-northeast-2",
            "ap-northeast-1", "ca-central-1", "sa-east-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1",
            "us-east-1", "us-east-2", "us-west-1", "us-west-2");

    private final String own;

    Regions(String own) {
        this.own = own;
    }

    DescribeRegionsResponse describe(DescribeRegionsRequest request) {
        var all = Stream.concat(NAMES.stream(), Stream.of(own)).distinct().map(Regions::region).toList();
        return DescribeRegionsResponse.builder()
                .regions(new Listing<Region>(
                                Region::regionName,
                                region -> List.of(),
                                name -> Ec2Fault.invalid("Invalid region name: " + name))
                        .on("region-name", Region::regionName)
                        .on("endpoint", Region::endpoint)
                        .on("opt-in-status", Region::optInStatus)
                        .all(all, request.regionNames(), request.filters()))
                .build();
    }

    private static Region region(String name) {
        return Region.builder()
                .regionName(name)
                .endpoint("ec2." + name + ".amazonaws.com")
                .optInStatus("opt-in-not-required")
                .build();
    }
}
