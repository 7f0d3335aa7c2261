package companion.practice.iam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** A role as the room keeps it. Changed under the world's lock only. */
final class RoleRecord {
    final String name;
    final String path;
    final String arn;
    final String id;
    final Instant created;
    final boolean serviceLinked;
    final Map<String, PolicyDocument> inline = new LinkedHashMap<>();
    final List<String> attached = new ArrayList<>();
    final Map<String, String> tags = new LinkedHashMap<>();
    PolicyDocument trust;
    String description = "";
    int maxSessionSeconds = 3600;
    @org.jspecify.annotations.Nullable String boundary;

    RoleRecord(String name, String path, String arn, String id, Instant created, boolean serviceLinked, PolicyDocument trust) {
        this.name = name;
        this.path = path;
        this.arn = arn;
        this.id = id;
        this.created = created;
        this.serviceLinked = serviceLinked;
        this.trust = trust;
    }

    Role toModel() {
        return Role.builder()
                .roleName(name)
                .path(path)
                .arn(arn)
                .roleId(id)
                .createDate(created)
                .assumeRolePolicyDocument(trust.encoded())
                .description(description.isEmpty() ? null : description)
                .maxSessionDuration(maxSessionSeconds)
                .permissionsBoundary(
                        boundary == null
                                ? null
                                : AttachedPermissionsBoundary.builder()
                                        .permissionsBoundaryType("Policy")
                                        .permissionsBoundaryArn(boundary)
                                        .build())
                .tags(tagList())
                .roleLastUsed(used -> {})
                .build();
    }

    List<Tag> tagList() {
        return tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
