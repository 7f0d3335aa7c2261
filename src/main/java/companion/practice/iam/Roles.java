package companion.practice.iam;

import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roles of the account, by name. */
final class Roles implements Trust {
    private final World world;
    private final Place place;
    private final Map<String, RoleRecord> byName = new LinkedHashMap<>();

    Roles(World world, Place place) {
        this.world = world;
        this.place = place;
    }

    RoleRecord create(String name, @Nullable String path, String trust) {
        if (name.length() > 64 || !name.matches("[\\w+=,.@-]+")) {
            throw IamFaults.validation("The specified value for roleName is invalid. It must contain only alphanumeric "
                    + "characters and/or the following: +=,.@_-");
        }
        var document = PolicyDocument.trust(trust);
        refuseTaken(name);
        return add(name, path == null ? "/" : path, false, document);
    }

    /** @param service for example {@code ecs.amazonaws.com} */
    RoleRecord createServiceLinked(String name, String service) {
        if (byName.containsKey(name)) {
            throw IamFaults.invalidInput("Service role name " + name
                    + " has been taken in this account, please try a different suffix.");
        }
        var trust = PolicyDocument.trust("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"" + service + "\"},\"Action\":\"sts:AssumeRole\"}]}");
        return add(name, "/aws-service-role/" + service + "/", true, trust);
    }

    RoleRecord get(String name) {
        var role = byName.get(name);
        if (role == null) {
            throw IamFaults.noSuchEntity("The role with name " + name + " cannot be found.");
        }
        return role;
    }

    /** A role that may be changed by its account, which a service-linked one may not. */
    RoleRecord modifiable(String name) {
        var role = get(name);
        if (role.serviceLinked) {
            throw IamFaults.unmodifiable("Cannot perform the operation on the protected role '" + name
                    + "' - this role is only modifiable by AWS");
        }
        return role;
    }

    void delete(String name) {
        var role = modifiable(name);
        if (!role.attached.isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
        if (!role.inline.isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        byName.remove(name);
    }

    void deleteServiceLinked(String name) {
        get(name);
        byName.remove(name);
    }

    List<RoleRecord> all() {
        return byName.values().stream()
                .sorted(java.util.Comparator.comparing((RoleRecord role) -> role.name))
                .toList();
    }

    int attachments(String policyArn) {
        return (int) byName.values().stream()
                .filter(role -> role.attached.contains(policyArn))
                .count();
    }

    @Override
    public Answer assume(String roleArn, String service) {
        var role = byName.get(roleArn.substring(roleArn.lastIndexOf('/') + 1));
        if (role == null || !role.arn.equals(roleArn)) {
            return Answer.NO_SUCH_ROLE;
        }
        return role.trust.trustsService(service) ? Answer.TRUSTED : Answer.NOT_TRUSTED;
    }

    private void refuseTaken(String name) {
        if (byName.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            throw IamFaults.alreadyExists("Role with name " + name + " already exists.");
        }
        if (byName.size() >= 1000) {
            throw IamFaults.limitExceeded("Cannot exceed quota for RolesPerAccount: 1000");
        }
    }

    private RoleRecord add(String name, String path, boolean serviceLinked, PolicyDocument trust) {
        var role = new RoleRecord(
                name,
                path,
                place.globalArn("iam", "role" + path + name),
                "AROA" + world.ids().upper(17),
                world.now(),
                serviceLinked,
                trust);
        byName.put(name, role);
        return role;
    }
}
