package companion.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A request as the AWS CLI command that does the same, made from the request's own metadata. It can be pasted into a
 * POSIX shell; long texts stand as {@code file://}, and secrets are masked.
 */
public final class CliCommand {
    private static final int WIDTH = 88;
    private static final int INLINE_TEXT = 300;
    private static final Map<String, String> RENAMED = Map.of(
            "codepipeline get-pipeline --version", "--pipeline-version",
            "ecs update-service --no-enable-execute-command", "--disable-execute-command");

    private CliCommand() {}

    public static String of(SdkPojo request, String region) {
        return of(request, region, Map.of());
    }

    /**
     * @param files members of the request that the learner has as a file, to its name: {@code TemplateBody} to
     *     {@code devops-cluster.yaml}
     */
    public static String of(SdkPojo request, String region, Map<String, String> files) {
        var command = AwsService.of(request.getClass()).cli() + " " + operation(request);
        var parts = new ArrayList<String>();
        for (var member : RequestFields.of(request)) {
            parts.add(argument(command, member, files));
        }
        parts.add("--region " + region);
        return wrap("aws " + command, parts);
    }

    private static String operation(SdkPojo request) {
        return CliNames.kebab(request.getClass().getSimpleName().replaceFirst("Request$", ""));
    }

    private static String argument(String command, RequestFields.Member member, Map<String, String> files) {
        var name = CliNames.kebab(member.name());
        var option = RENAMED.getOrDefault(command + " --" + name, "--" + name);
        var file = files.get(member.name());
        if (file != null) {
            return option + " file://" + file;
        }
        return switch (member.value()) {
            case Boolean flag -> flag ? option : RENAMED.getOrDefault(command + " --no-" + name, "--no-" + name);
            case SdkBytes _ -> option + " fileb://" + name + ".bin";
            case String text
            when text.length() > INLINE_TEXT || text.contains("\n") ->
                option + " file://" + name + (text.stripLeading().startsWith("{") ? ".json" : ".yaml");
            default -> option + " " + CliValue.of(member.value());
        };
    }

    private static String wrap(String head, List<String> parts) {
        var text = new StringBuilder(head);
        int column = head.length();
        for (var part : parts) {
            int length = part.indexOf('\n') < 0 ? part.length() : part.indexOf('\n');
            if (column + 1 + length > WIDTH) {
                text.append(" \\\n    ");
                column = 4;
            } else {
                text.append(' ');
                column++;
            }
            text.append(part);
            column = part.indexOf('\n') < 0 ? column + part.length() : part.length() - part.lastIndexOf('\n') - 1;
        }
        return text.toString();
    }
}
