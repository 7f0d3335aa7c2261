package companion.desktop.live;

import companion.monitor.snapshot.BuildSnapshot.Buildspec.Revision;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pages of the AWS console. */
final class ConsoleAddress {
    private ConsoleAddress() {}

    /** A pipeline's page. */
    static URI pipeline(String region, String name) {
        return page(region, "codepipeline/pipelines/" + encoded(name) + "/view?region=" + region);
    }

    /** A line of a file of a commit. */
    static URI line(String region, Revision revision, String file, int line) {
        return page(region, "codecommit/repositories/" + encoded(revision.repository()) + "/browse/"
                + encoded(revision.commitId()) + "/--/" + encoded(file).replace("%2F", "/") + "?region=" + region
                + "&lines=" + line + "-" + line);
    }

    /** In the partition that the region belongs to. */
    private static URI page(String region, String path) {
        var host = region.startsWith("cn-") ? "console.amazonaws.cn"
                : region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com"
                : "console.aws.amazon.com";
        return URI.create("https://" + region + "." + host + "/codesuite/" + path);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
