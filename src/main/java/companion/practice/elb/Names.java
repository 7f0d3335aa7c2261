package companion.practice.elb;

import org.jspecify.annotations.Nullable;

/** The rules for names of load balancers and target groups. */
final class Names {
    private static final int LONGEST = 32;

    private Names() {}

    /** @param kind {@code Load balancer} or {@code Target group} */
    static String checked(String kind, @Nullable String name) {
        ElbFault.required(name, "name");
        if (name.isEmpty()) {
            throw ElbFault.validation(kind + " name cannot be empty");
        }
        if (name.length() > LONGEST) {
            throw ElbFault.validation(kind + " name '" + name + "' cannot be longer than '" + LONGEST + "' characters");
        }
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw ElbFault.validation(
                    kind + " name '" + name
                            + "' can only contain characters that are alphanumeric characters and hyphens(-)");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            throw ElbFault.validation(kind + " name '" + name + "' cannot begin or end with a hyphen(-)");
        }
        if (kind.startsWith("Load") && name.startsWith("internal-")) {
            throw ElbFault.validation(kind + " name '" + name + "' cannot begin with 'internal-'");
        }
        return name;
    }
}
