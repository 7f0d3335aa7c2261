package companion.practice.iam;

import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/**
 * IAM, for the whole account. Roles and policies are kept by {@link Roles} and {@link Policies}; this maps the API to them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API reference</a>
 */
public final class PracticeIam implements IamClient {
    private final Roles roles;
    private final Policies policies;
    private final ServiceLinkedRoles serviceLinked;

    public PracticeIam(World world, Place place) {
        this.roles = new Roles(world, place);
        this.policies = new Policies(world, place);
        this.serviceLinked = new ServiceLinkedRoles(world, roles);
    }

    /** Answers for the other rooms whether a service may assume a role. */
    public Trust trust() {
        return roles;
    }

    /** Whether the role's trust policy lets principals of an account assume it, as STS AssumeRole asks. */
    public boolean trustsAccount(String roleName, String account) {
        return roles.get(roleName).trust.trustsAccount(account);
    }

    @Override
    public CreateRoleResponse createRole(CreateRoleRequest request) {
        if (request.permissionsBoundary() != null) {
            policies.requireAttachable(request.permissionsBoundary());
        }
        int session = request.maxSessionDuration() == null ? 3600 : request.maxSessionDuration();
        if (session < 3600 || session > 43200) {
            throw IamFaults.validation("1 validation error detected: Value '" + session + "' at 'maxSessionDuration' failed to "
                    + "satisfy constraint: Member must have value between 3600 and 43200");
        }
        var role = roles.create(request.roleName(), request.path(), request.assumeRolePolicyDocument());
        role.description = request.description() == null ? "" : request.description();
        role.maxSessionSeconds = session;
        role.boundary = request.permissionsBoundary();
        request.tags().forEach(tag -> role.tags.put(tag.key(), tag.value()));
        return CreateRoleResponse.builder().role(role.toModel()).build();
    }

    @Override
    public GetRoleResponse getRole(GetRoleRequest request) {
        return GetRoleResponse.builder().role(roles.get(request.roleName()).toModel()).build();
    }

    @Override
    public ListRolesResponse listRoles(ListRolesRequest request) {
        var page = Page.of(
                roles.all().stream()
                        .filter(role -> request.pathPrefix() == null || role.path.startsWith(request.pathPrefix()))
                        .map(RoleRecord::toModel)
                        .toList(),
                request.marker(),
                request.maxItems());
        return ListRolesResponse.builder()
                .roles(page.items())
                .marker(page.marker())
                .isTruncated(page.marker() != null)
                .build();
    }

    @Override
    public DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
        roles.delete(request.roleName());
        return DeleteRoleResponse.builder().build();
    }

    @Override
    public UpdateRoleResponse updateRole(UpdateRoleRequest request) {
        var role = roles.get(request.roleName());
        if (request.description() != null) {
            role.description = request.description();
        }
        if (request.maxSessionDuration() != null) {
            role.maxSessionSeconds = request.maxSessionDuration();
        }
        return UpdateRoleResponse.builder().build();
    }

    @Override
    public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(UpdateAssumeRolePolicyRequest request) {
        var document = PolicyDocument.trust(request.policyDocument());
        roles.modifiable(request.roleName()).trust = document;
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    @Override
    public TagRoleResponse tagRole(TagRoleRequest request) {
        var role = roles.get(request.roleName());
        request.tags().forEach(tag -> role.tags.put(tag.key(), tag.value()));
        return TagRoleResponse.builder().build();
    }

    @Override
    public UntagRoleResponse untagRole(UntagRoleRequest request) {
        roles.get(request.roleName()).tags.keySet().removeAll(request.tagKeys());
        return UntagRoleResponse.builder().build();
    }

    @Override
    public ListRoleTagsResponse listRoleTags(ListRoleTagsRequest request) {
        return ListRoleTagsResponse.builder()
                .tags(roles.get(request.roleName()).tagList())
                .isTruncated(false)
                .build();
    }

    @Override
    public PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request) {
        var document = PolicyDocument.permissions(request.policyDocument());
        roles.modifiable(request.roleName()).inline.put(request.policyName(), document);
        return PutRolePolicyResponse.builder().build();
    }

    @Override
    public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
        return GetRolePolicyResponse.builder()
                .roleName(request.roleName())
                .policyName(request.policyName())
                .policyDocument(inline(roles.get(request.roleName()), request.policyName()).encoded())
                .build();
    }

    @Override
    public ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request) {
        var names = roles.get(request.roleName()).inline.keySet().stream().sorted().toList();
        return ListRolePoliciesResponse.builder()
                .policyNames(names)
                .isTruncated(false)
                .build();
    }

    @Override
    public DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request) {
        var role = roles.modifiable(request.roleName());
        inline(role, request.policyName());
        role.inline.remove(request.policyName());
        return DeleteRolePolicyResponse.builder().build();
    }

    @Override
    public AttachRolePolicyResponse attachRolePolicy(AttachRolePolicyRequest request) {
        var role = roles.modifiable(request.roleName());
        policies.requireAttachable(request.policyArn());
        if (!role.attached.contains(request.policyArn())) {
            if (role.attached.size() >= 10) {
                throw IamFaults.limitExceeded("Cannot exceed quota for PoliciesPerRole: 10");
            }
            role.attached.add(request.policyArn());
        }
        return AttachRolePolicyResponse.builder().build();
    }

    @Override
    public DetachRolePolicyResponse detachRolePolicy(DetachRolePolicyRequest request) {
        if (!roles.modifiable(request.roleName()).attached.remove(request.policyArn())) {
            throw IamFaults.noSuchEntity("Policy " + request.policyArn() + " was not found.");
        }
        return DetachRolePolicyResponse.builder().build();
    }

    @Override
    public ListAttachedRolePoliciesResponse listAttachedRolePolicies(ListAttachedRolePoliciesRequest request) {
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(roles.get(request.roleName()).attached.stream()
                        .map(arn -> AttachedPolicy.builder()
                                .policyArn(arn)
                                .policyName(AwsManagedPolicies.name(arn))
                                .build())
                        .toList())
                .isTruncated(false)
                .build();
    }

    @Override
    public CreateServiceLinkedRoleResponse createServiceLinkedRole(CreateServiceLinkedRoleRequest request) {
        return CreateServiceLinkedRoleResponse.builder()
                .role(serviceLinked.create(request.awsServiceName(), request.customSuffix()).toModel())
                .build();
    }

    @Override
    public DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(DeleteServiceLinkedRoleRequest request) {
        return DeleteServiceLinkedRoleResponse.builder()
                .deletionTaskId(serviceLinked.delete(request.roleName()))
                .build();
    }

    @Override
    public GetServiceLinkedRoleDeletionStatusResponse getServiceLinkedRoleDeletionStatus(
            GetServiceLinkedRoleDeletionStatusRequest request) {
        return GetServiceLinkedRoleDeletionStatusResponse.builder()
                .status(serviceLinked.status(request.deletionTaskId()))
                .build();
    }

    @Override
    public CreatePolicyResponse createPolicy(CreatePolicyRequest request) {
        var policy = policies.create(
                request.policyName(), request.path(), request.description(), request.policyDocument());
        return CreatePolicyResponse.builder().policy(policy.toModel(0)).build();
    }

    @Override
    public GetPolicyResponse getPolicy(GetPolicyRequest request) {
        var arn = request.policyArn();
        return GetPolicyResponse.builder()
                .policy(AwsManagedPolicies.has(arn) ? awsManaged(arn) : policies.get(arn).toModel(roles.attachments(arn)))
                .build();
    }

    @Override
    public ListPoliciesResponse listPolicies(ListPoliciesRequest request) {
        var scope = request.scope() == null ? PolicyScopeType.ALL : request.scope();
        var local = scope == PolicyScopeType.AWS
                ? Stream.<Policy>empty()
                : policies.all().stream().map(policy -> policy.toModel(roles.attachments(policy.arn)));
        var managed = scope == PolicyScopeType.LOCAL
                ? Stream.<Policy>empty()
                : AwsManagedPolicies.arns().map(this::awsManaged);
        var wanted = Stream.concat(local, managed)
                .filter(policy -> !Boolean.TRUE.equals(request.onlyAttached()) || policy.attachmentCount() > 0)
                .filter(policy -> request.pathPrefix() == null || policy.path().startsWith(request.pathPrefix()))
                .toList();
        var page = Page.of(wanted, request.marker(), request.maxItems());
        return ListPoliciesResponse.builder()
                .policies(page.items())
                .marker(page.marker())
                .isTruncated(page.marker() != null)
                .build();
    }

    @Override
    public DeletePolicyResponse deletePolicy(DeletePolicyRequest request) {
        policies.delete(request.policyArn(), roles.attachments(request.policyArn()));
        return DeletePolicyResponse.builder().build();
    }

    @Override
    public CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest request) {
        var id = policies.addVersion(
                request.policyArn(), request.policyDocument(), Boolean.TRUE.equals(request.setAsDefault()));
        return CreatePolicyVersionResponse.builder()
                .policyVersion(policies.get(request.policyArn()).versionModel(id, false))
                .build();
    }

    @Override
    public GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest request) {
        return GetPolicyVersionResponse.builder()
                .policyVersion(policies.withVersion(request.policyArn(), request.versionId())
                        .versionModel(request.versionId(), true))
                .build();
    }

    @Override
    public ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest request) {
        var policy = policies.get(request.policyArn());
        return ListPolicyVersionsResponse.builder()
                .versions(List.copyOf(policy.versions.keySet()).reversed().stream()
                        .map(id -> policy.versionModel(id, false))
                        .toList())
                .isTruncated(false)
                .build();
    }

    @Override
    public DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest request) {
        policies.deleteVersion(request.policyArn(), request.versionId());
        return DeletePolicyVersionResponse.builder().build();
    }

    @Override
    public SetDefaultPolicyVersionResponse setDefaultPolicyVersion(SetDefaultPolicyVersionRequest request) {
        policies.withVersion(request.policyArn(), request.versionId()).defaultVersion = request.versionId();
        return SetDefaultPolicyVersionResponse.builder().build();
    }

    @Override
    public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request) {
        return GetAccountSummaryResponse.builder()
                .summaryMap(Map.of(
                        SummaryKeyType.POLICIES, policies.all().size(),
                        SummaryKeyType.USERS, 1))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private Policy awsManaged(String arn) {
        return Policy.builder()
                .policyName(AwsManagedPolicies.name(arn))
                .arn(arn)
                .path(arn.substring(arn.indexOf('/'), arn.lastIndexOf('/') + 1))
                .defaultVersionId("v1")
                .isAttachable(true)
                .attachmentCount(roles.attachments(arn))
                .build();
    }

    private static PolicyDocument inline(RoleRecord role, @Nullable String policyName) {
        var document = role.inline.get(policyName);
        if (document == null) {
            throw IamFaults.noSuchEntity("The role policy with name " + policyName + " cannot be found.");
        }
        return document;
    }
}
