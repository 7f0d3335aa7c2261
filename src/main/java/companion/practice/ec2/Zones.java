package companion.practice.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.AvailabilityZoneOptInStatus;
import software.amazon.awssdk.services.ec2.model.AvailabilityZoneState;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;

/** The Availability Zones of a region: how many there are, and their names and ids. */
final class Zones {
    private static final Map<String, Integer> MORE_THAN_THREE =
            Map.of("us-east-1", 6, "us-west-2", 4, "ap-northeast-2", 4);

    private final String region;
    private final List<AvailabilityZone> zones;

    Zones(String region) {
        this.region = region;
        this.zones = IntStream.range(0, MORE_THAN_THREE.getOrDefault(region, 3))
                .mapToObj(this::zone)
                .toList();
    }

    List<AvailabilityZone> all() {
        return zones;
    }

    Optional<AvailabilityZone> named(String name) {
        return zones.stream().filter(z -> z.zoneName().equals(name)).findFirst();
    }

    Optional<AvailabilityZone> withId(String id) {
        return zones.stream().filter(z -> z.zoneId().equals(id)).findFirst();
    }

    DescribeAvailabilityZonesResponse describe(DescribeAvailabilityZonesRequest request) {
        for (var name : request.zoneNames()) {
            if (named(name).isEmpty()) {
                throw Ec2Fault.invalid("Invalid availability zone: [" + name + "]");
            }
        }
        var found = new Listing<AvailabilityZone>(
                        AvailabilityZone::zoneId,
                        zone -> List.of(),
                        id -> Ec2Fault.invalid("Invalid availability zone-id: [" + id + "]"))
                .on("zone-name", AvailabilityZone::zoneName)
                .on("zone-id", AvailabilityZone::zoneId)
                .on("zone-type", AvailabilityZone::zoneType)
                .on("region-name", AvailabilityZone::regionName)
                .on("group-name", AvailabilityZone::groupName)
                .on("state", AvailabilityZone::stateAsString)
                .on("opt-in-status", AvailabilityZone::optInStatusAsString)
                .all(zones, request.zoneIds(), request.filters());
        return DescribeAvailabilityZonesResponse.builder()
                .availabilityZones(found.stream()
                        .filter(z -> request.zoneNames().isEmpty() || request.zoneNames().contains(z.zoneName()))
                        .toList())
                .build();
    }

    private AvailabilityZone zone(int index) {
        return AvailabilityZone.builder()
                .zoneName(region + (char) ('a' + index))
                .zoneId(shortRegion() + "-az" + (index + 1))
                .zoneType("availability-zone")
                .regionName(region)
                .groupName(region)
                .networkBorderGroup(region)
                .state(AvailabilityZoneState.AVAILABLE)
                .optInStatus(AvailabilityZoneOptInStatus.OPT_IN_NOT_REQUIRED)
                .build();
    }

    /** {@code us-east-1} is {@code use1} in zone ids, {@code ap-southeast-2} is {@code apse2}. */
    private String shortRegion() {
        return region.replace("north", "n")
                .replace("south", "s")
                .replace("east", "e")
                .replace("west", "w")
                .replace("central", "c")
                .replace("-", "");
    }
}
