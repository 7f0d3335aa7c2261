package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.FailureReason;
import companion.practice.cloudformation.template.Template;
import companion.practice.cloudformation.template.ValidationError;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Where the text of a template comes from: the request itself, or an object in S3. */
final class TemplateSource {
    private static final int MAX_BODY = 51_200;
    private static final int MAX_OBJECT = 1_048_576;

    /** {@code bucket.s3[.-]region.amazonaws.com}, the older {@code bucket.s3.amazonaws.com}. */
    private static final Pattern VIRTUAL_HOST =
            Pattern.compile("(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\\.s3([.-][a-z0-9-]+)?\\.amazonaws\\.com");

    /** {@code s3[.-]region.amazonaws.com}, or the practice cloud's own endpoint. */
    private static final Pattern PATH_HOST =
            Pattern.compile("s3([.-][a-z0-9-]+)?\\.amazonaws\\.com|localhost|127\\.0\\.0\\.1|.*\\.localhost|\\[::1]");

    private final Room room;

    TemplateSource(Room room) {
        this.room = room;
    }

    /** Reads the template that a request names in one of its two ways. */
    Template template(@Nullable String body, @Nullable String url) {
        return Template.parse(text(body, url), room.types()::attributes);
    }

    private String text(@Nullable String body, @Nullable String url) {
        if (body == null && url == null) {
            throw ValidationError.of("Either Template URL or Template Body must be specified.");
        }
        if (body != null && url != null) {
            throw ValidationError.of("Template URL and Template Body are mutually exclusive; specify only one.");
        }
        if (url != null) {
            return fetch(url);
        }
        if (body.isEmpty() || body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY) {
            throw ValidationError.of("1 validation error detected: Value at 'templateBody' failed to satisfy"
                    + " constraint: Member must have length " + (body.isEmpty() ? "greater" : "less")
                    + " than or equal to " + (body.isEmpty() ? 1 : MAX_BODY));
        }
        return body;
    }

    private String fetch(String url) {
        var uri = parse(url);
        var host = uri.getHost() == null ? "" : uri.getHost();
        var path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        var virtual = VIRTUAL_HOST.matcher(host);
        if (virtual.matches()) {
            return object(virtual.group("bucket"), path);
        }
        int slash = path.indexOf('/');
        if (!PATH_HOST.matcher(host).matches() || slash < 1) {
            throw ValidationError.of("TemplateURL must be a supported URL.");
        }
        return object(path.substring(0, slash), path.substring(slash + 1));
    }

    private String object(String bucket, String key) {
        if (key.isEmpty()) {
            throw ValidationError.of("TemplateURL must reference a valid S3 object to which you have access.");
        }
        try {
            var content = room.services()
                    .s3()
                    .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArray();
            if (content.length > MAX_OBJECT) {
                throw ValidationError.of("Template may not exceed 1000000 bytes in size.");
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (S3Exception refused) {
            throw ValidationError.of("S3 error: " + FailureReason.text(refused)
                    + "\nFor more information check"
                    + " http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html");
        }
    }

    private static URI parse(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw ValidationError.of("TemplateURL must be a supported URL.");
        }
    }
}
