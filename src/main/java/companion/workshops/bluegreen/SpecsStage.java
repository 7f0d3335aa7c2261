package companion.workshops.bluegreen;

import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Stage;
import companion.workshop.Step;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.CommitStep;
import companion.workshops.shared.Site;
import companion.workshops.shared.WorkshopFiles;
import companion.workshops.shared.WorkshopStage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The four files that say how the app is built and deployed. */
final class SpecsStage {
    private SpecsStage() {}

    static Stage of(Site site, WorkshopFiles files) {
        return new WorkshopStage(
                "specs",
                "Specs",
                "Adds four files to the repository, one commit each: how to build the image, what the build does, what"
                        + " a deployment changes, and the task definition of the next version. Two of them hold"
                        + " placeholders that the deployment fills in.",
                guide(),
                List.of(),
                Duration.ofSeconds(15),
                values -> steps(new Names(site, values), files));
    }

    private static List<Step> steps(Names names, WorkshopFiles files) {
        var clone = names.workingCopy();
        return List.of(
                CommitStep.writing(
                        new Title("dockerfile", "Add the Dockerfile", "Git", "push"),
                        clone,
                        "Dockerfile",
                        () -> files.bytes("app/Dockerfile"),
                        "Adding Docker configuration file"),
                CommitStep.writing(
                        new Title("buildspec", "Add buildspec.yaml", "Git", "push"),
                        clone,
                        Names.BUILDSPEC,
                        () -> buildspec(names.site(), files),
                        "Adding buildspec.yaml"),
                CommitStep.writing(
                        new Title("appspec", "Add appspec.yaml", "Git", "push"),
                        clone,
                        "appspec.yaml",
                        () -> files.bytes("app/appspec.yaml"),
                        "Adding AppSpec"),
                CommitStep.writing(
                        new Title(
                                "taskdef",
                                "Export the task definition as taskdef.json",
                                "ECS",
                                "DescribeTaskDefinition"),
                        clone,
                        "taskdef.json",
                        new TaskDefinitionFile(names.site().connection())::export,
                        "Adding TaskDef"));
    }

    private static byte[] buildspec(Site site, WorkshopFiles files) {
        var uri = site.connection()
                .ecr()
                .describeRepositories(it -> it.repositoryNames(Names.IMAGES))
                .repositories()
                .getFirst()
                .repositoryUri();
        return buildspec(files.text("app/" + Names.BUILDSPEC), uri, site.region())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The repository's address with the region as the build's own variable, so that the file is right in any region.
     */
    static String buildspec(String template, String repositoryUri, String region) {
        return template.replace(
                "<REPO_URI>", repositoryUri.replace(".ecr." + region + ".", ".ecr.$AWS_DEFAULT_REGION."));
    }

    private static Guide guide() {
        return new Guide(
                "Why placeholders",
                """
                Every build makes a new image with a new tag, and every deployment makes a new revision of the \
                task definition. If their names stood in the files, each release would start with editing them.

                So the build writes the image it pushed into `imageDetail.json`. The Deploy action puts it in the \
                place of `<IMAGE1_NAME>` in `taskdef.json`, registers that as a new revision, and puts the \
                revision in the place of `<TASK_DEFINITION>` in `appspec.yaml`. You leave both as they are.
                """,
                List.of(
                        new Term("buildspec", "What a build runs, phase by phase, and which files it hands on."),
                        new Term(
                                "AppSpec",
                                "What a deployment changes: here the service's task definition, and which "
                                        + "container and port the load balancer talks to."),
                        new Term(
                                "Task definition",
                                "The blueprint of a task. It is never changed: a new revision is " + "registered."),
                        new Term(
                                "imageDetail.json",
                                "`{\"ImageURI\": …}`, the file in which the Deploy action looks for the "
                                        + "new image.")),
                List.of(
                        new Correction(
                                "`$(aws ecr get-login …)` in the buildspec.",
                                "`aws ecr get-login-password | docker login --username AWS --password-stdin`.",
                                "The AWS CLI 2 has no `get-login`, and a password on a command line shows in the log."),
                        new Correction(
                                "`us-east-1` in the repository's address.",
                                "`$AWS_DEFAULT_REGION`, which CodeBuild sets.",
                                "The old file works in one region only."),
                        new Correction(
                                "The first of `list-task-definitions` is exported.",
                                "The revision that the service runs is.",
                                "The list holds every family of the account in alphabetical order; the first may be "
                                        + "somebody else's."),
                        new Correction(
                                "The console's JSON is pasted into taskdef.json.",
                                "What RegisterTaskDefinition does not take is left out: `taskDefinitionArn`,"
                                    + " `revision`, `status`, `requiresAttributes`, `compatibilities`, `registeredAt`,"
                                    + " `registeredBy`.",
                                "Those seven describe a revision; they are no input of a new one."),
                        new Correction(
                                "`secondary-artifacts` in the buildspec.",
                                "They are left out.",
                                "The pipeline has one output artifact, and then only `files` counts."),
                        new Correction("`MAINTAINER` in the Dockerfile.", "A label.", "Docker calls it deprecated.")),
                new Question(
                        "What would you write in the place of `<IMAGE1_NAME>` in taskdef.json?",
                        List.of("The image with the tag latest", "The image of the last build", "Nothing: it stays"),
                        2,
                        "The Deploy action fills it in from imageDetail.json, for each release anew."));
    }
}
