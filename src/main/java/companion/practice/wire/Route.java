package companion.practice.wire;

import com.sun.net.httpserver.HttpHandler;
import java.util.function.Predicate;

/**
 * A part of the front door that is no AWS API, such as Git repositories and the container registry. It checks its own
 * credentials; the Host header has been checked already.
 *
 * @param takes whether a path, decoded, is its
 */
public record Route(Predicate<String> takes, HttpHandler handler) {}
