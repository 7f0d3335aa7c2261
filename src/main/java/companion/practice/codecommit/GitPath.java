package companion.practice.codecommit;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Git URL after the host. AWS has one host per region; the practice cloud has one port for all of them,
 * so the region, other than the default one, is the first part of the path.
 *
 * @param repositoryPath the path of the repository itself, which is what a client signs: {@code /v1/repos/MyRepo}
 * @param request what is asked of the repository: {@code info/refs}, {@code git-upload-pack} or {@code
 * git-receive-pack}
 */
record GitPath(String region, String repository, String repositoryPath, String request) {
    static final String DEFAULT_REGION = "us-east-1";

    private static final Pattern FORM =
            Pattern.compile("((?:/([a-z]{2}(?:-[a-z]+)+-\\d))?/v1/repos/([^/]+))/(info/refs|git-[a-z-]+)");

    static @Nullable GitPath parse(String path) {
        var match = FORM.matcher(path);
        if (!match.matches()) {
            return null;
        }
        var region = match.group(2) == null ? DEFAULT_REGION : match.group(2);
        return new GitPath(region, match.group(3), match.group(1), match.group(4));
    }

    static String cloneUrl(URI endpoint, String region, String repository) {
        var prefix = region.equals(DEFAULT_REGION) ? "" : "/" + region;
        return endpoint.resolve("/").toString().replaceAll("/$", "") + prefix + "/v1/repos/" + repository;
    }
}
