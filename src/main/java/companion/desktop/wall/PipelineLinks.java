package companion.desktop.wall;

import companion.monitor.snapshot.PipelineKey;
import java.net.URI;

/** Where else a pipeline can be looked at: its page in the AWS console, and the AWS CLI. */
final class PipelineLinks {
    private PipelineLinks() {}

    /** Its page in the console of its partition. */
    static URI console(PipelineKey key) {
        var region = key.region();
        var host = region.startsWith("cn-")
                ? region + ".console.amazonaws.cn"
                : region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : region + ".console.aws.amazon.com";
        return URI.create("https://" + host + "/codesuite/codepipeline/pipelines/" + key.name() + "/view?region=" + region);
    }

    /**
     * The call that reads its state.
     *
     * @param options with which its account is reached; may be empty
     */
    static String command(PipelineKey key, String options) {
        var command = "aws codepipeline get-pipeline-state --name " + key.name() + " --region " + key.region();
        return options.isEmpty() ? command : command + " " + options;
    }
}
