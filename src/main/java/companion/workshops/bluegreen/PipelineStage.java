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

/** The build project, the bucket, the pipeline and its trigger. */
final class PipelineStage {
    private PipelineStage() {}

    static Stage of(Site site) {
        return new WorkshopStage(
                "pipeline",
                "Pipeline",
                "Creates the build project, a bucket for what goes from stage to stage, and the pipeline"
                        + " `MyFirstPipeline` with Source, Build and Deploy. A rule starts it on each push. Creating it"
                        + " starts a first execution, which is stopped: there is nothing to release yet.",
                guide(),
                List.of(),
                Duration.ofSeconds(40),
                values -> {
                    var names = new Names(site, values);
                    return List.of(
                            new BuildProjectStep(site),
                            new BucketStep(names),
                            new PipelineStep(names),
                            new TriggerStep(names),
                            new FirstExecutionStep(site));
                });
    }

    private static Guide guide() {
        return new Guide(
                "What a pipeline is made of",
                """
                A stage holds one execution at a time, and an action does the work: fetch a commit, run a build, \
                start a deployment. What an action makes is a zip file in the artifact bucket, and its name is how \
                the next action finds it. That is why `BuildArtifact` stands in two places: as the output of Build \
                and as the input of Deploy.

                The pipeline does not watch the repository itself. CodeCommit tells EventBridge of each push, and \
                a rule starts the pipeline; it takes a few seconds.
                """,
                List.of(
                        new Term("Artifact", "A zip file that one action writes and others read."),
                        new Term("Privileged mode", "Lets a build run Docker inside its container."),
                        new Term(
                                "EventBridge rule",
                                "A pattern and a target: when an event fits, the target is started."),
                        new Term(
                                "Stop and abandon",
                                "Ends the execution at once. The build or deployment that it had "
                                        + "started goes on outside.")),
                List.of(
                        new Correction(
                                "Leave \"Use a buildspec file\" as it is.",
                                "The project names `buildspec.yaml`.",
                                "CodeBuild looks for `buildspec.yml` unless told otherwise: YAML_FILE_ERROR."),
                        new Correction(
                                "The image `amazonlinux2-x86_64-standard:3.0`.",
                                "`amazonlinux-x86_64-standard:5.0`.",
                                "The old one is deprecated and no longer cached, so each build starts slowly."),
                        new Correction(
                                "The console makes the bucket and the event rule.",
                                "Both are steps here; the bucket keeps versions and is closed to the public.",
                                "Through the API nobody makes them, and a pipeline without the rule polls or never"
                                        + " starts."),
                        new Correction(
                                "Source polls, because nothing says that it should not.",
                                "`PollForSourceChanges` is `false`.",
                                "With polling and a rule each push would run twice."),
                        new Correction(
                                "Stop and abandon the first execution.",
                                "Its build and deployment are stopped as well.",
                                "Abandoned, they go on outside and hold the deployment group when version 2 comes.")),
                new Question(
                        "You stop and abandon an execution while Build runs. What happens to the build?",
                        List.of("It is stopped", "It goes on", "It is retried"),
                        1,
                        "Abandoning ends what the pipeline does. The build belongs to CodeBuild and has to be stopped"
                                + " there."));
    }
}
