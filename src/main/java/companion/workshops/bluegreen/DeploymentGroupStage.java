package companion.workshops.bluegreen;

import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Stage;
import companion.workshops.shared.Site;
import companion.workshops.shared.WorkshopStage;
import java.time.Duration;
import java.util.List;

/** What CodeDeploy has to know to move the visitors. */
final class DeploymentGroupStage {
    private DeploymentGroupStage() {}

    static Stage of(Site site) {
        return new WorkshopStage(
                "deployment-group",
                "Deployment group",
                "Creates the CodeDeploy application `devops-workshop-MyWebApp` and its deployment group: which"
                    + " service, which listener and which two target groups a deployment may use. All visitors move at"
                    + " once, and the old tasks stay for five more minutes.",
                guide(),
                List.of(),
                Duration.ofSeconds(5),
                _ -> List.of(new ApplicationStep(site), new DeploymentGroupStep(site)));
    }

    private static Guide guide() {
        return new Guide(
                "Why the old tasks stay for a while",
                """
                After the visitors have moved, the old tasks keep running for the termination wait. As long as \
                they do, going back is a change at the load balancer and takes seconds. Once they are gone, going \
                back is a new deployment.

                Five minutes are enough to look around in a workshop. An hour is what the console suggests, and \
                the pipeline counts as running for all of it.
                """,
                List.of(
                        new Term(
                                "Deployment group",
                                "What a deployment may touch, and how: service, listener, target groups, "
                                        + "configuration, waits, rollback."),
                        new Term(
                                "Task set",
                                "A set of tasks of one revision within a service. A deployment adds the "
                                        + "replacement and removes the original in the end."),
                        new Term(
                                "CodeDeployDefault.ECSAllAtOnce",
                                "All traffic moves in one step. The replacement is not behind the load balancer before"
                                        + " that, so its health check comes only after the move; canary and linear"
                                        + " configurations check first."),
                        new Term("Termination wait", "How long the original tasks stay after the traffic has moved.")),
                List.of(
                        new Correction(
                                "The group is `devops-workshop-webapp-dg` in one place and `devops-workshop-dg` in "
                                        + "another.",
                                "`devops-workshop-dg` everywhere.",
                                "The pipeline would not find the first."),
                        new Correction(
                                "The service is called `webapp-svc`.",
                                "The name is read from the stack: `devops-cluster-Service-…`.",
                                "The template gives no name, so CloudFormation makes one."),
                        new Correction(
                                "The test listener on port 8080 is not mentioned.",
                                "It is left out of the group on purpose.",
                                "After a first deployment without it, adding it makes the next one fail: \"Primary"
                                        + " taskset target group must be behind listener\".")),
                new Question(
                        "With all-at-once, a bad image is deployed. Who notices first?",
                        List.of("The health check before the move", "Your visitors", "CodeBuild"),
                        1,
                        "The replacement gets its first health check behind the listener, after the move. That is the"
                                + " price of the fastest configuration."));
    }
}
