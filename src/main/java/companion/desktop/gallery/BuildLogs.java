package companion.desktop.gallery;

import companion.monitor.read.BuildLog;
import java.util.ArrayList;
import java.util.List;

/** The log of a build, as CodeBuild writes it. Lines with a mark before them are a command's own output. */
final class BuildLogs {
    private static final String AGENT = "[Container] 2026/03/02 12:01:31.123456 ";
    private static final List<String> START = List.of(
            "Entering phase PRE_BUILD",
            "Running command echo Logging in to Amazon ECR...",
            "!Logging in to Amazon ECR...",
            "Running command aws --version",
            "!aws-cli/2.31.0 Python/3.13.7 Linux/6.1 exe/x86_64.amzn.2023",
            "Phase complete: PRE_BUILD State: SUCCEEDED",
            "Entering phase BUILD",
            "Running command docker build -t $REPOSITORY_URI:latest .",
            "!#5 [2/2] COPY index.html AWS_logo.png /usr/share/nginx/html/");
    private static final List<String> GOOD = List.of(
            "Running command docker image tag $REPOSITORY_URI:latest $REPOSITORY_URI:$IMAGE_TAG",
            "Phase complete: BUILD State: SUCCEEDED",
            "Phase context status code:  Message: ",
            "Entering phase POST_BUILD",
            "Running command docker push $REPOSITORY_URI:$IMAGE_TAG",
            "!build-9ac0413b: digest: sha256:6e1c…b24f size: 1778",
            "Phase complete: POST_BUILD State: SUCCEEDED",
            "Expanding base directory path: .",
            "Assembling file list",
            "Expanding file paths for base directory .",
            "Found 3 file(s)",
            "Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED",
            "Phase context status code:  Message: ");
    private static final List<String> BAD = List.of(
            "Command did not exit successfully docker build -t $REPOSITORY_URI:latest . exit status 1",
            "Phase complete: BUILD State: FAILED",
            "Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: docker build -t "
                    + "$REPOSITORY_URI:latest .. Reason: exit status 1");

    private BuildLogs() {}

    static List<BuildLog.Line> of(int lines, boolean failed) {
        var texts = new ArrayList<>(START);
        texts.addAll(failed ? BAD : GOOD);
        var log = new ArrayList<BuildLog.Line>();
        for (int i = 0; i < Math.min(lines, texts.size()); i++) {
            var text = texts.get(i);
            var line = text.startsWith("!") ? text.substring(1) : AGENT + text;
            log.add(new BuildLog.Line(ScriptedWorkshop.at("12:01:31").plusSeconds(i * 3 / 2), line));
        }
        return log;
    }
}
