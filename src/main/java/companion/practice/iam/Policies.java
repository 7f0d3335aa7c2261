package companion.practice.iam;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customer managed policies of the account, by ARN. */
final class Policies {
    private static final int VERSIONS = 5;

    private final World world;
    private final Place place;
    private final Map<String, PolicyRecord> byArn = new LinkedHashMap<>();

    Policies(World world, Place place) {
        this.world = world;
        this.place = place;
    }

    PolicyRecord create(String name, @Nullable String path, @Nullable String description, String document) {
        var parsed = PolicyDocument.permissions(document);
        var where = path == null ? "/" : path;
        var arn = place.globalArn("iam", "policy" + where + name);
        if (byArn.values().stream().anyMatch(policy -> policy.name.equalsIgnoreCase(name))) {
            throw IamFaults.alreadyExists("A policy called " + name + " already exists. Duplicate names are not allowed.");
        }
        var policy = new PolicyRecord(
                name, where, arn, "ANPA" + world.ids().upper(17), world.now(), description == null ? "" : description, parsed);
        byArn.put(arn, policy);
        return policy;
    }

    PolicyRecord get(String arn) {
        var policy = byArn.get(arn);
        if (AwsManagedPolicies.has(arn)) {
            throw new UnsupportedOperationException("The practice cloud knows AWS's own policies by name only.");
        }
        if (policy == null) {
            throw IamFaults.noSuchEntity("Policy " + arn + " was not found.");
        }
        return policy;
    }

    void requireAttachable(String arn) {
        if (!byArn.containsKey(arn) && !AwsManagedPolicies.has(arn)) {
            throw IamFaults.noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
        }
    }

    void delete(String arn, int attachments) {
        var policy = get(arn);
        if (attachments > 0) {
            throw IamFaults.deleteConflict("Cannot delete a policy attached to entities.");
        }
        if (policy.versions.size() > 1) {
            throw IamFaults.deleteConflict("This policy has more than one version. Before you delete a policy, you must "
                    + "delete the policy's versions. The default version is deleted with the policy.");
        }
        byArn.remove(arn);
    }

    String addVersion(String arn, String document, boolean asDefault) {
        var policy = get(arn);
        var parsed = PolicyDocument.permissions(document);
        if (policy.versions.size() >= VERSIONS) {
            throw IamFaults.limitExceeded("A managed policy can have up to 5 versions. Before you create a new version, you "
                    + "must delete an existing version.");
        }
        var id = "v" + ++policy.versionsMade;
        policy.versions.put(id, new PolicyRecord.Version(parsed, world.now()));
        if (asDefault) {
            policy.defaultVersion = id;
        }
        return id;
    }

    /** A policy that is known to have the version. */
    PolicyRecord withVersion(String arn, String version) {
        var policy = get(arn);
        if (!policy.versions.containsKey(version)) {
            throw IamFaults.noSuchEntity("Policy " + arn + " version " + version
                    + " does not exist or is not attachable.");
        }
        return policy;
    }

    void deleteVersion(String arn, String version) {
        var policy = withVersion(arn, version);
        if (policy.defaultVersion.equals(version)) {
            throw IamFaults.deleteConflict("Cannot delete the default version of a policy.");
        }
        policy.versions.remove(version);
    }

    Collection<PolicyRecord> all() {
        return byArn.values();
    }
}
