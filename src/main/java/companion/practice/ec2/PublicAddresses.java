package companion.practice.ec2;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public addresses. They come from the blocks kept for documentation (RFC 5737), so that a learner who opens one
 * reaches nobody.
 */
final class PublicAddresses {
    private static final Cidr FIRST = Cidr.parse("203.0.113.0/24", "publicIp");
    private static final Cidr SECOND = Cidr.parse("198.51.100.0/24", "publicIp");

    private final Ec2State state;

    PublicAddresses(Ec2State state) {
        this.state = state;
    }

    String take() {
        var taken = taken();
        return Stream.of(FIRST, SECOND)
                .flatMap(block -> Stream.iterate(1L, n -> n < block.size() - 1, n -> n + 1)
                        .map(block::at))
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseThrow(() -> Ec2Fault.of(
                        "InsufficientAddressCapacity", "There are no public addresses left in the region."));
    }

    private Set<String> taken() {
        return Stream.concat(
                        state.addresses.values().stream().map(a -> a.publicIp()),
                        state.interfaces.values().stream()
                                .filter(i -> i.association() != null)
                                .map(i -> i.association().publicIp()))
                .collect(Collectors.toSet());
    }
}
