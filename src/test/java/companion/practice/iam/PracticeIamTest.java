package companion.practice.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.UnmodifiableEntityException;

class PracticeIamTest {
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"codebuild.amazonaws.com"},
            "Action":"sts:AssumeRole"}}""";
    private static final String ALLOW_LOGS =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"logs:*\",\"Resource\":\"*\"}]}";
    private static final String ECS_EXECUTION =
            "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

    private final World world = TestWorlds.paused();
    private final PracticeIam iam = new PracticeIam(world, new Place("123456789012", "us-east-1"));

    @Test
    void aRoleKeepsItsTrustPolicyToTheLetter() {
        var arn = iam.createRole(r -> r.roleName("Build").assumeRolePolicyDocument(TRUST)).role().arn();
        assertThat(arn).isEqualTo("arn:aws:iam::123456789012:role/Build");
        var encoded = iam.getRole(r -> r.roleName("Build")).role().assumeRolePolicyDocument();
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(TRUST);
    }

    @Test
    void onlyTheServiceThatTheTrustPolicyNamesMayAssumeTheRole() {
        var arn = iam.createRole(r -> r.roleName("Build").assumeRolePolicyDocument(TRUST)).role().arn();
        assertThat(iam.trust().assume(arn, "codebuild.amazonaws.com")).isEqualTo(Trust.Answer.TRUSTED);
        assertThat(iam.trust().assume(arn, "codepipeline.amazonaws.com")).isEqualTo(Trust.Answer.NOT_TRUSTED);
        assertThat(iam.trust().assume(arn + "x", "codebuild.amazonaws.com")).isEqualTo(Trust.Answer.NO_SUCH_ROLE);
    }

    @Test
    void thatItHasNoDocumentOfAwssOwnPoliciesIsNotSaidAsIfTheyWereMissing() {
        assertThat(iam.getPolicy(r -> r.policyArn(ECS_EXECUTION)).policy().policyName())
                .isEqualTo("AmazonECSTaskExecutionRolePolicy");
        assertThatThrownBy(() -> iam.getPolicyVersion(r -> r.policyArn(ECS_EXECUTION).versionId("v1")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("The practice cloud knows AWS's own policies by name only.");
    }

    @Test
    void aRoleWithPoliciesIsNotDeleted() {
        iam.createRole(r -> r.roleName("Build").assumeRolePolicyDocument(TRUST));
        iam.attachRolePolicy(r -> r.roleName("Build").policyArn(ECS_EXECUTION));
        assertThatThrownBy(() -> iam.deleteRole(r -> r.roleName("Build")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("Cannot delete entity, must detach all policies first.");
        iam.detachRolePolicy(r -> r.roleName("Build").policyArn(ECS_EXECUTION));
        iam.putRolePolicy(r -> r.roleName("Build").policyName("logs").policyDocument(ALLOW_LOGS));
        assertThatThrownBy(() -> iam.deleteRole(r -> r.roleName("Build")))
                .hasMessageContaining("Cannot delete entity, must delete policies first.");
        iam.deleteRolePolicy(r -> r.roleName("Build").policyName("logs"));
        iam.deleteRole(r -> r.roleName("Build"));
        assertThatThrownBy(() -> iam.getRole(r -> r.roleName("Build")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The role with name Build cannot be found.");
    }

    @Test
    void aNameIsTakenOnce() {
        iam.createRole(r -> r.roleName("Build").assumeRolePolicyDocument(TRUST));
        assertThatThrownBy(() -> iam.createRole(r -> r.roleName("build").assumeRolePolicyDocument(TRUST)))
                .isInstanceOf(EntityAlreadyExistsException.class)
                .hasMessageContaining("Role with name build already exists.");
    }

    @Test
    void policiesThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> iam.createRole(r -> r.roleName("X").assumeRolePolicyDocument("{")))
                .isInstanceOf(MalformedPolicyDocumentException.class);
        assertThatThrownBy(() -> iam.createRole(r -> r.roleName("X").assumeRolePolicyDocument(ALLOW_LOGS)))
                .hasMessageContaining("Missing required field Principal");
        iam.createRole(r -> r.roleName("X").assumeRolePolicyDocument(TRUST));
        assertThatThrownBy(() -> iam.putRolePolicy(r -> r.roleName("X").policyName("p").policyDocument(TRUST)))
                .hasMessageContaining("should not specify a principal");
        assertThatThrownBy(() -> iam.attachRolePolicy(r -> r.roleName("X").policyArn("arn:aws:iam::aws:policy/Nope")))
                .hasMessageContaining("does not exist or is not attachable");
    }

    @Test
    void aServiceLinkedRoleExistsOnceAndOnlyItsServiceChangesIt() throws Exception {
        var role = iam.createServiceLinkedRole(r -> r.awsServiceName("ecs.amazonaws.com")).role();
        assertThat(role.arn())
                .isEqualTo("arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS");
        assertThatThrownBy(() -> iam.createServiceLinkedRole(r -> r.awsServiceName("ecs.amazonaws.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has been taken in this account");
        assertThatThrownBy(() -> iam.deleteRole(r -> r.roleName("AWSServiceRoleForECS")))
                .isInstanceOf(UnmodifiableEntityException.class);
        var task = iam.deleteServiceLinkedRole(r -> r.roleName("AWSServiceRoleForECS")).deletionTaskId();
        TestWorlds.settle(world);
        assertThat(iam.getServiceLinkedRoleDeletionStatus(r -> r.deletionTaskId(task)).statusAsString())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void listingsComeInPages() {
        for (int i = 0; i < 5; i++) {
            var name = "Role" + i;
            iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument(TRUST));
        }
        var names = iam.listRolesPaginator(r -> r.maxItems(2)).roles().stream()
                .map(role -> role.roleName())
                .toList();
        assertThat(names).containsExactly("Role0", "Role1", "Role2", "Role3", "Role4");
    }

    @Test
    void aManagedPolicyKeepsAtMostFiveVersionsAndItsDefaultStays() {
        var arn = iam.createPolicy(r -> r.policyName("P").policyDocument(ALLOW_LOGS)).policy().arn();
        for (int i = 0; i < 4; i++) {
            iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(ALLOW_LOGS).setAsDefault(true));
        }
        assertThat(iam.getPolicy(r -> r.policyArn(arn)).policy().defaultVersionId()).isEqualTo("v5");
        assertThatThrownBy(() -> iam.createPolicyVersion(r -> r.policyArn(arn).policyDocument(ALLOW_LOGS)))
                .hasMessageContaining("up to 5 versions");
        assertThatThrownBy(() -> iam.deletePolicyVersion(r -> r.policyArn(arn).versionId("v5")))
                .hasMessageContaining("Cannot delete the default version");
        assertThatThrownBy(() -> iam.deletePolicy(r -> r.policyArn(arn))).isInstanceOf(DeleteConflictException.class);
    }
}
