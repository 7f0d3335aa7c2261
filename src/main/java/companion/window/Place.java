package companion.window;

import companion.aws.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account and Region by the words in which it is remembered.
 *
 * @param account how it is reached: {@code practice}, {@code profile prod}, {@code endpoint http://…}
 */
record Place(String account, String region) {
    private static final String PROFILE = "profile ";
    private static final String SEPARATOR = "|";

    static Place of(Target target, String region) {
        return new Place(account(target), region);
    }

    /** How an account is reached, in the words of a place. */
    static String account(Target target) {
        return switch (target) {
            case Target.Practice _ -> "practice";
            case Target.Profile(var name) -> PROFILE + (name == null ? "" : name);
            case Target.Endpoint(var url, _) -> "endpoint " + url;
        };
    }

    /** The profile that reaches it; empty if none does by itself. */
    Optional<Target> profile() {
        if (!account.startsWith(PROFILE)) {
            return Optional.empty();
        }
        var name = account.substring(PROFILE.length());
        return Optional.of(new Target.Profile(name.isEmpty() ? null : name));
    }

    String id() {
        return account + SEPARATOR + region;
    }

    /** The place with an id; null if it is none. */
    static @Nullable Place parse(String id) {
        int at = id.lastIndexOf(SEPARATOR);
        return at < 0 ? null : new Place(id.substring(0, at), id.substring(at + 1));
    }
}
