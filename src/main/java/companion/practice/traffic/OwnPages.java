package companion.practice.traffic;

import companion.practice.fabric.TaskNetwork.Page;
import companion.practice.traffic.Answer.FixedResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages that a load balancer makes itself. */
final class OwnPages {
    private static final Map<String, String> SERVER = Map.of("Server", "awselb/2.0");

    private OwnPages() {}

    /** All weights are 0, or the group has no targets. */
    static Page serviceUnavailable() {
        return error(503, "503 Service Temporarily Unavailable");
    }

    /** The target does not answer. */
    static Page badGateway() {
        return error(502, "502 Bad Gateway");
    }

    /** The request names a host that is not this machine. */
    static Page forbidden() {
        return error(403, "403 Forbidden");
    }

    static Page fixed(FixedResponse answer) {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<>(SERVER);
        if (body.length > 0) {
            headers.put("Content-Type", answer.contentType() + "; charset=utf-8");
        }
        return new Page(answer.status(), headers, body);
    }

    static Page redirect(int status, String location) {
        var title = status == 301 ? "301 Moved Permanently" : "302 Found";
        var page = error(status, title);
        var headers = new LinkedHashMap<>(page.headers());
        headers.put("Location", location);
        return new Page(status, headers, page.body());
    }

    private static Page error(int status, String title) {
        var headers = new LinkedHashMap<>(SERVER);
        headers.put("Content-Type", "text/html");
        var html = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return new Page(status, headers, html.getBytes(StandardCharsets.UTF_8));
    }
}
