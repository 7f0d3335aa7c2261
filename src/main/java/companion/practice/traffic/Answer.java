package companion.practice.traffic;

import java.util.List;

/** What a listener does with a request that a rule matches. */
public sealed interface Answer {

    /**
     * Passes it to a target of one of the groups.
     *
     * @param stickySeconds how long a client stays with a group; 0 if each request is weighed anew
     */
    record Forward(List<Share> shares, int stickySeconds) implements Answer {
        public Forward {
            shares = List.copyOf(shares);
        }
    }

    /** @param weight 0 to 999; the group's part of the requests is its weight by the sum of all */
    record Share(String targetGroupArn, int weight) {}

    /**
     * Sends the client elsewhere. In all texts {@code #{protocol}}, {@code #{host}}, {@code #{port}}, {@code #{path}}
     * and {@code #{query}} stand for those of the request.
     *
     * @param status 301 or 302
     */
    record Redirect(int status, String protocol, String host, String port, String path, String query)
            implements Answer {}

    record FixedResponse(int status, String contentType, String body) implements Answer {}
}
