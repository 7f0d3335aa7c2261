package companion.practice.ecs;

import companion.practice.fabric.TaskNetwork;
import companion.practice.world.Blobs;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A web server in a container that serves the files below one folder of its image. Requests come from any thread; the
 * image and its blobs never change.
 *
 * @param files absolute path in the image to the SHA-256 of the content
 * @param root the folder served, without a slash at the end
 * @param fallback the file served for what is not there, as {@code try_files … /index.html} asks for; null for a 404
 */
record FileSite(
        Map<String, String> files, Blobs blobs, WebServer server, String root, @Nullable String fallback)
        implements TaskNetwork.Site {

    @Override
    public TaskNetwork.Page get(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return error(405, "Not Allowed");
        }
        var wanted = decoded(path);
        if (wanted == null) {
            return error(400, "Bad Request");
        }
        if (wanted.endsWith("/")) {
            var index = wanted + "index.html";
            return has(index) ? page(index) : isFolder(wanted) && fallback == null ? error(403, "Forbidden") : absent();
        }
        if (has(wanted)) {
            return page(wanted);
        }
        return isFolder(wanted + "/") ? moved(wanted + "/") : absent();
    }

    private TaskNetwork.Page absent() {
        return fallback != null && has(fallback) ? page(fallback) : error(404, "Not Found");
    }

    private TaskNetwork.Page page(String path) {
        var headers = headers(ContentTypes.of(path));
        return new TaskNetwork.Page(200, headers, blobs.get(files.get(root + path)));
    }

    private TaskNetwork.Page moved(String location) {
        var headers = headers("text/html");
        headers.put("Location", location);
        return new TaskNetwork.Page(301, headers, text(server.errorPage(301, "Moved Permanently")));
    }

    private TaskNetwork.Page error(int status, String reason) {
        return new TaskNetwork.Page(status, headers("text/html"), text(server.errorPage(status, reason)));
    }

    private Map<String, String> headers(String contentType) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Server", server.header());
        headers.put("Content-Type", contentType);
        return headers;
    }

    private boolean has(String path) {
        return files.containsKey(root + path);
    }

    private boolean isFolder(String path) {
        return path.equals("/") || files.keySet().stream().anyMatch(f -> f.startsWith(root + path));
    }

    /** The path without query and with its escapes resolved; null if it is none or climbs out of the root. */
    private static @Nullable String decoded(String target) {
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        if (!path.startsWith("/")) {
            return null;
        }
        try {
            var plain = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.contains("/../") || plain.endsWith("/..") || plain.indexOf('\0') >= 0 ? null : plain;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] text(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
