package companion.workshops.shared;

import java.util.regex.Pattern;

/**
 * A CloudFormation template that comes with a workshop.
 *
 * @param file its name, as in {@code file://}
 */
public record Template(String file, String body) {
    private static final Pattern RESOURCE = Pattern.compile("(?m)^    Type: AWS::");

    /** How many resources it has. */
    public int resources() {
        return Math.toIntExact(RESOURCE.matcher(body).results().count());
    }
}
