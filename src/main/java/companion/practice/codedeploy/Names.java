package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.ApplicationNameRequiredException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupNameRequiredException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentIdRequiredException;
import software.amazon.awssdk.services.codedeploy.model.InvalidApplicationNameException;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentGroupNameException;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentIdException;

/** Names and ids as CodeDeploy takes them: up to 100 letters, digits and {@code . _ + = , @ -}. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[\\w.+=,@-]{1,100}");
    private static final Pattern DEPLOYMENT = Pattern.compile("d-[A-Z0-9]{9}");

    private Names() {}

    static boolean valid(String name) {
        return NAME.matcher(name).matches();
    }

    static String application(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw Fault.of(
                    ApplicationNameRequiredException.builder(),
                    "ApplicationNameRequiredException",
                    "Application name is required.");
        }
        if (!valid(name)) {
            throw Fault.of(
                    InvalidApplicationNameException.builder(),
                    "InvalidApplicationNameException",
                    "Application name " + name + " is not in a valid format.");
        }
        return name;
    }

    static String group(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw Fault.of(
                    DeploymentGroupNameRequiredException.builder(),
                    "DeploymentGroupNameRequiredException",
                    "Deployment Group name is required.");
        }
        if (!valid(name)) {
            throw Fault.of(
                    InvalidDeploymentGroupNameException.builder(),
                    "InvalidDeploymentGroupNameException",
                    "Deployment Group name " + name + " is not in a valid format.");
        }
        return name;
    }

    static String deployment(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw Fault.of(
                    DeploymentIdRequiredException.builder(),
                    "DeploymentIdRequiredException",
                    "At least one deployment ID must be specified.");
        }
        if (!DEPLOYMENT.matcher(id).matches()) {
            throw Fault.of(
                    InvalidDeploymentIdException.builder(),
                    "InvalidDeploymentIdException",
                    "Deployment ID " + id + " is not in a valid format.");
        }
        return id;
    }
}
