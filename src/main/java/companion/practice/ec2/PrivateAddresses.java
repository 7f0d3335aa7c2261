package companion.practice.ec2;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Private addresses of subnets. EC2 keeps the first four and the last of each for itself.
 *
 * <p>Two rules of the practice cloud: an address is not given out again before the rest of the subnet has been, so
 * that a new task is never mistaken for one that is still draining; and no address is in use twice in one region, not
 * even in VPCs whose blocks overlap, because the network on which tasks listen tells them apart by address alone.
 */
final class PrivateAddresses {
    static final int RESERVED = 5;
    private static final int RESERVED_BELOW = 4;

    private final Ec2State state;
    private final Map<String, Long> lastGiven = new HashMap<>();

    PrivateAddresses(Ec2State state) {
        this.state = state;
    }

    /** Gives out a free address, or the one that was asked for. */
    String take(Subnet subnet, @Nullable String wanted) {
        var block = Cidr.parse(subnet.cidrBlock(), "cidrBlock");
        var taken = state.interfaces.values().stream()
                .map(NetworkInterface::privateIpAddress)
                .collect(Collectors.toSet());
        if (wanted != null) {
            return checked(block, wanted, taken.contains(wanted));
        }
        long usable = block.size() - RESERVED;
        long last = lastGiven.getOrDefault(subnet.subnetId(), usable - 1);
        for (long i = 1; i <= usable; i++) {
            long candidate = (last + i) % usable;
            var address = block.at(RESERVED_BELOW + candidate);
            if (!taken.contains(address)) {
                lastGiven.put(subnet.subnetId(), candidate);
                return address;
            }
        }
        throw Ec2Fault.of(
                "InsufficientFreeAddressesInSubnet",
                "The specified subnet does not have enough free addresses to satisfy the request.");
    }

    private static String checked(Cidr block, String wanted, boolean taken) {
        long address = Cidr.address(wanted);
        if (!block.contains(address)) {
            throw Ec2Fault.of("InvalidParameterValue", "Address does not fall within the subnet's address range");
        }
        if (address < block.base() + RESERVED_BELOW || address == block.base() + block.size() - 1) {
            throw Ec2Fault.of("InvalidParameterValue", "Address is in subnet's reserved address range");
        }
        if (taken) {
            throw Ec2Fault.of("InvalidIPAddress.InUse", "The specified address is already in use.");
        }
        return wanted;
    }
}
