package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.Input;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a filter reads: the files that it names, or its input. */
final class Inputs {
    private Inputs() {}

    /** The bytes of all files, one after another; of the input if there are none. */
    static byte[] bytes(Call call, List<String> files) throws ToolException {
        if (files.isEmpty()) {
            return call.io().in().readAll();
        }
        var all = new ByteArrayOutputStream();
        for (var file : files) {
            all.writeBytes(file(call, file));
        }
        return all.toByteArray();
    }

    static byte[] file(Call call, String typed) throws ToolException {
        try {
            return call.read(typed);
        } catch (FileProblem e) {
            throw new ToolException(typed + ": " + e.reason());
        }
    }

    static String text(Call call, List<String> files) throws ToolException {
        return new String(bytes(call, files), StandardCharsets.UTF_8);
    }

    static List<String> lines(Call call, List<String> files) throws ToolException {
        var lines = Input.lines(text(call, files));
        call.machine().budget().spend(lines.size());
        return lines;
    }
}
