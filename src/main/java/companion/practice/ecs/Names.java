package companion.practice.ecs;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resources may be named by short name or by ARN; this finds the name in either. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,255}");

    private Names() {}

    /** The cluster's name; {@code default} if none is given. */
    static String cluster(@Nullable String nameOrArn) {
        if (nameOrArn == null || nameOrArn.isEmpty()) {
            return "default";
        }
        return last(nameOrArn);
    }

    /** What follows the last slash: a service's name, a task's id. */
    static String last(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    /** The id of a task set, {@code ecs-svc/…}, of its id or ARN. */
    static String taskSet(String idOrArn) {
        int at = idOrArn.lastIndexOf("ecs-svc/");
        return at < 0 ? idOrArn : idOrArn.substring(at);
    }

    /** The cluster in the ARN of a service or task, or null if it has none. */
    static @Nullable String clusterOf(String arn) {
        var parts = arn.split("/");
        return arn.startsWith("arn:") && parts.length >= 3 ? parts[1] : null;
    }

    static boolean valid(String name) {
        return NAME.matcher(name).matches();
    }
}
