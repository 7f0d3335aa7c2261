package companion.desktop.live;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pages of the AWS console. */
final class ConsoleAddress {
    private ConsoleAddress() {}

    /** A pipeline's page, in the partition that a region belongs to. */
    static URI pipeline(String region, String name) {
        var host = region.startsWith("cn-") ? "console.amazonaws.cn"
                : region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com"
                : "console.aws.amazon.com";
        return URI.create("https://" + region + "." + host + "/codesuite/codepipeline/pipelines/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/view?region=" + region);
    }
}
