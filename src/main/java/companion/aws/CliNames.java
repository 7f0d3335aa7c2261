package companion.aws;

import java.util.Locale;
import java.util.regex.Pattern;

/** AWS's names as the CLI writes them, by the same three rules (botocore's {@code xform_name}). */
final class CliNames {
    private static final Pattern PLURAL_ACRONYM = Pattern.compile("[A-Z]{2,}s$");
    private static final Pattern FIRST_CAP = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern END_CAP = Pattern.compile("([a-z0-9])([A-Z])");

    private CliNames() {}

    /** {@code repositoryName} as {@code repository-name}, {@code NotificationARNs} as {@code notification-arns}. */
    static String kebab(String name) {
        var plural = PLURAL_ACRONYM.matcher(name);
        var text = plural.find()
                ? name.substring(0, plural.start()) + "-" + plural.group().toLowerCase(Locale.ROOT)
                : name;
        text = FIRST_CAP.matcher(text).replaceAll("$1-$2");
        return END_CAP.matcher(text).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
