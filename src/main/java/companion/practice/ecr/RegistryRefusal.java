package companion.practice.ecr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What the registry refuses, with a code of the distribution specification and ECR's text. */
final class RegistryRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    RegistryRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The same refusal as of the AWS interface. */
    static RegistryRefusal of(AwsServiceException fault) {
        var details = fault.awsErrorDetails();
        var message = details.errorMessage();
        return switch (details.errorCode()) {
            case "RepositoryNotFoundException" -> new RegistryRefusal(404, "NAME_UNKNOWN", message);
            case "LayersNotFoundException", "ReferencedImagesNotFoundException" ->
                new RegistryRefusal(400, "MANIFEST_BLOB_UNKNOWN", message);
            case "ImageTagAlreadyExistsException" -> new RegistryRefusal(400, "TAG_INVALID", message);
            case "ImageDigestDoesNotMatchException" -> new RegistryRefusal(400, "DIGEST_INVALID", message);
            default -> new RegistryRefusal(400, "MANIFEST_INVALID", message);
        };
    }

    static RegistryRefusal noRepository(String name, String registryId) {
        return of(Refusals.noRepository(name, registryId));
    }

    static RegistryRefusal noManifest() {
        return new RegistryRefusal(404, "MANIFEST_UNKNOWN", "Requested image not found");
    }

    static RegistryRefusal noBlob() {
        return new RegistryRefusal(404, "BLOB_UNKNOWN", "blob unknown to registry");
    }

    static RegistryRefusal noUpload() {
        return new RegistryRefusal(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
    }

    static RegistryRefusal wrongDigest() {
        return new RegistryRefusal(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
    }

    static RegistryRefusal unsupported() {
        return new RegistryRefusal(405, "UNSUPPORTED", "The operation is unsupported.");
    }

    RegistryAnswer answer() {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("code", code).put("message", getMessage());
        return new RegistryAnswer(status, body.toString().getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json; charset=utf-8");
    }
}
