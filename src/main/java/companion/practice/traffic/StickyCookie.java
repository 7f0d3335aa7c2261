package companion.practice.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A cookie by which a client stays with what was chosen for it. */
enum StickyCookie {
    /** The target within a group. */
    AWSALB,

    /** The target group of a weighted forward. */
    AWSALBTG;

    /** What the client's cookie names, if that can still be chosen. */
    <T> Optional<T> chosen(Visit visit, List<T> candidates, Function<T, String> key) {
        var prefix = name() + "=";
        return visit.header("Cookie").stream()
                .flatMap(header -> List.of(header.split(";\\s*")).stream())
                .filter(cookie -> cookie.startsWith(prefix))
                .map(cookie -> cookie.substring(prefix.length()))
                .flatMap(value -> candidates.stream().filter(c -> encoded(key.apply(c)).equals(value)))
                .findFirst();
    }

    /** The value of the Set-Cookie header that keeps a choice. */
    String keep(String key, int seconds) {
        return name() + "=" + encoded(key) + "; Max-Age=" + seconds + "; Path=/";
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
