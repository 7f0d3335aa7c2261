package companion.workshops.bluegreen;

import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Stage;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.CommitStep;
import companion.workshops.shared.PageStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.WorkshopStage;
import java.time.Duration;
import java.util.List;

/** One changed line, pushed, and followed until visitors get it. */
final class ReleaseStage {
    private ReleaseStage() {}

    static Stage of(Site site) {
        return new WorkshopStage(
                "release",
                "Release v2",
                "Changes one line of the page, commits and pushes it. The push starts the pipeline, which builds an"
                    + " image, starts new tasks beside the old ones and moves the visitors. The stage is done when the"
                    + " load balancer serves version 2.",
                guide(),
                List.of(),
                Duration.ofMinutes(6),
                values -> {
                    var clone = new Names(site, values).workingCopy();
                    return List.of(
                            new EditPageStep(clone),
                            CommitStep.of(
                                    new Title("push", "Commit and push version 2", "Git", "push"),
                                    clone,
                                    List.of("index.html"),
                                    "Updated Web App to v2"),
                            new WatchReleaseStep(clone),
                            new PageStep(
                                    site,
                                    new Title("page", "Visit the page again", "Visitor", "GET"),
                                    Names.CLUSTER_STACK,
                                    "version 2",
                                    EditPageStep.V2::equals));
                });
    }

    private static Guide guide() {
        return new Guide(
                "What happens between the push and the page",
                """
                Source zips your commit. Build logs in to the registry, builds the image, pushes it under two tags \
                and writes down which. Deploy registers a new revision of the task definition and starts a \
                CodeDeploy deployment: new tasks, then the listener moves from one target group to the other, then \
                the wait, then the old tasks go.

                Nobody logged in anywhere, and what runs can be traced to a commit: that is the point of a \
                pipeline.
                """,
                List.of(
                        new Term("Execution", "One run of the pipeline for one commit."),
                        new Term(
                                "Lifecycle event",
                                "A step of a deployment: BeforeInstall, Install, AfterInstall, BeforeAllowTraffic,"
                                        + " AllowTraffic, AfterAllowTraffic. Hooks may run in some of them."),
                        new Term(
                                "SUPERSEDED",
                                "The execution mode in which a newer execution overtakes one that waits "
                                        + "between two stages.")),
                List.of(
                        new Correction(
                                "Wait until the console shows success.",
                                "The stage is done when the page is served; the old tasks may stay their five minutes.",
                                "The Deploy action stays in progress for the whole termination wait."),
                        new Correction(
                                "No chapter on cleaning up.",
                                "The clean-up removes everything in order and proves it by listing the account.",
                                "What the old text leaves behind costs about 85 US dollars a month.")),
                new Question(
                        "The page shows v2, and the Deploy action is still in progress. Why?",
                        List.of(
                                "The deployment hangs",
                                "It waits before it ends the old tasks",
                                "The build is not finished"),
                        1,
                        "The termination wait belongs to the deployment. You can end it early with"
                                + " ContinueDeployment."));
    }
}
