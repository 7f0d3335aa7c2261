package companion.workshops.shared;

import companion.aws.Absence;
import companion.aws.AwsErrors;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/**
 * Makes sure that a service has the role with which it works in the account; it stays when the workshop is cleaned
 * up.
 */
public final class ServiceLinkedRoleStep extends AwsStep {
    private final String role;
    private final CreateServiceLinkedRoleRequest request;

    /**
     * @param role for example {@code AWSServiceRoleForECS}
     * @param principal for example {@code ecs.amazonaws.com}
     */
    public ServiceLinkedRoleStep(Site site, Title title, String role, String principal) {
        super(site, title);
        this.role = role;
        this.request = CreateServiceLinkedRoleRequest.builder()
                .awsServiceName(principal)
                .build();
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(site, service(), request));
    }

    @Override
    public Check check() {
        return Absence.unless(NoSuchEntityException.class, () -> aws().iam().getRole(it -> it.roleName(role)))
                .<Check>map(answer -> Check.found(
                        "Found " + role, Output.arn("Role", answer.role().arn())))
                .orElseGet(() -> new Check.Missing("No role " + role));
    }

    @Override
    public void run(Progress progress) {
        try {
            aws().iam().createServiceLinkedRole(request);
        } catch (InvalidInputException e) {
            if (!AwsErrors.message(e).contains("has been taken")) {
                throw e;
            }
        }
    }
}
