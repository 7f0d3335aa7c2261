package companion.workshops.shared;

import java.util.List;
import java.util.Locale;

/** Why a stack usually fails with a reason like this, and what helps. */
final class StackReasons {
    private record Known(String part, String why, String next) {}

    private static final String AGAIN = " Then run the stage again; the failed stack is removed first.";

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "maximum number of addresses",
                    "The region's quota of Elastic IP addresses is used up.",
                    "Release an address that nothing uses, or ask for a higher quota."),
            new Known(
                    "maximum number of vpcs",
                    "The region's quota of VPCs is used up; it is five unless raised.",
                    "Delete a VPC that nothing uses, or ask for a higher quota."),
            new Known(
                    "vpclimitexceeded",
                    "The region's quota of VPCs is used up; it is five unless raised.",
                    "Delete a VPC that nothing uses, or ask for a higher quota."),
            new Known(
                    "natgatewaylimitexceeded",
                    "The zone's quota of NAT gateways is used up.",
                    "Delete a NAT gateway that nothing uses, or ask for a higher quota."),
            new Known(
                    "does not support creating load balancers",
                    "New accounts may not make load balancers at first.",
                    "Open a support case, or use an account that has been used before."),
            new Known(
                    "already exists",
                    "Something with the same fixed name is in the account, often from an earlier run.",
                    "Clean up the earlier run, or delete what has the name."),
            new Known(
                    "export",
                    "Another stack of the account exports the same name, or still imports it.",
                    "Delete that stack, or use another region."),
            new Known("service linked role", "ECS is used for the first time in this account.", "Wait half a minute."),
            new Known(
                    "did not stabilize",
                    "The tasks never became healthy: usually the image is missing or for another processor.",
                    "Look at the service's events and its stopped tasks."),
            new Known(
                    "not authorized",
                    "Your user or role lacks a permission that this resource needs.",
                    "Ask for the permission that the reason names."),
            new Known(
                    "mapped public address",
                    "Something in the network still has a public address, such as a task.",
                    "Wait until it is gone."),
            new Known("dependent object", "Something outside the stack still uses it.", "Remove what uses it."));

    private StackReasons() {}

    static String why(String reason) {
        return find(reason).why;
    }

    static String next(String reason) {
        return find(reason).next + AGAIN;
    }

    private static Known find(String reason) {
        var text = reason.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> text.contains(known.part))
                .findFirst()
                .orElse(new Known(
                        "",
                        "CloudFormation stops at the first resource that cannot be made and takes the rest back.",
                        "Mend what the reason names."));
    }
}
