package companion.practice.iam;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** A customer managed policy as the room keeps it, with at most five versions. */
final class PolicyRecord {
    record Version(PolicyDocument document, Instant created) {}

    final String name;
    final String path;
    final String arn;
    final String id;
    final Instant created;
    final String description;
    final Map<String, Version> versions = new LinkedHashMap<>();
    String defaultVersion = "v1";
    int versionsMade = 1;

    PolicyRecord(String name, String path, String arn, String id, Instant created, String description, PolicyDocument first) {
        this.name = name;
        this.path = path;
        this.arn = arn;
        this.id = id;
        this.created = created;
        this.description = description;
        versions.put("v1", new Version(first, created));
    }

    Policy toModel(int attachments) {
        return Policy.builder()
                .policyName(name)
                .path(path)
                .arn(arn)
                .policyId(id)
                .createDate(created)
                .updateDate(versions.values().stream().map(Version::created).max(Instant::compareTo).orElse(created))
                .defaultVersionId(defaultVersion)
                .attachmentCount(attachments)
                .isAttachable(true)
                .description(description.isEmpty() ? null : description)
                .build();
    }

    PolicyVersion versionModel(String versionId, boolean withDocument) {
        var version = versions.get(versionId);
        return PolicyVersion.builder()
                .versionId(versionId)
                .isDefaultVersion(versionId.equals(defaultVersion))
                .createDate(version.created())
                .document(withDocument ? version.document().encoded() : null)
                .build();
    }
}
