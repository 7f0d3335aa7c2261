package companion.practice.ec2;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** What DescribeAccountAttributes tells of the account in a region. */
final class AccountAttributes {
    private final Ec2State state;

    AccountAttributes(Ec2State state) {
        this.state = state;
    }

    DescribeAccountAttributesResponse describe(DescribeAccountAttributesRequest request) {
        var all = new LinkedHashMap<String, String>();
        all.put("supported-platforms", "VPC");
        all.put("vpc-max-security-groups-per-interface", "5");
        all.put("max-elastic-ips", Integer.toString(Addresses.QUOTA));
        all.put("max-instances", "20");
        all.put("vpc-max-elastic-ips", Integer.toString(Addresses.QUOTA));
        all.put(
                "default-vpc",
                state.vpcs.values().stream().filter(Vpc::isDefault).map(Vpc::vpcId).findFirst().orElse("none"));
        var wanted = request.attributeNamesAsStrings();
        return DescribeAccountAttributesResponse.builder()
                .accountAttributes(all.entrySet().stream()
                        .filter(e -> wanted.isEmpty() || wanted.contains(e.getKey()))
                        .map(AccountAttributes::attribute)
                        .toList())
                .build();
    }

    private static AccountAttribute attribute(Map.Entry<String, String> entry) {
        return AccountAttribute.builder()
                .attributeName(entry.getKey())
                .attributeValues(v -> v.attributeValue(entry.getValue()))
                .build();
    }
}
