package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Zip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code zip} and {@code unzip}. */
final class Archives {
    private Archives() {}

    static int zip(Call call) throws ToolException, FileProblem {
        var words = call.arguments();
        int excluded = words.indexOf("-x");
        var flags = Flags.parse(
                excluded < 0 ? words : words.subList(0, excluded), "rqj9v", Map.of("quiet", 'q', "recurse-paths", 'r'));
        if (flags.operands().size() < 2) {
            throw new ToolException(
                    "error: Nothing to do! ("
                            + (flags.operands().isEmpty()
                                    ? "zip"
                                    : flags.operands().getFirst()) + ")",
                    12);
        }
        var archive = flags.operands().getFirst().endsWith(".zip")
                ? flags.operands().getFirst()
                : flags.operands().getFirst() + ".zip";
        var files = new LinkedHashMap<String, FileTree.File>();
        for (var typed : flags.operands().subList(1, flags.operands().size())) {
            var root = call.path(typed);
            var paths = new ArrayList<>(List.of(root));
            if (flags.has('r')) {
                paths.addAll(call.files().under(root));
            }
            for (var path : paths) {
                if (call.files().find(path) instanceof FileTree.File file && !path.equals(call.path(archive))) {
                    var below = path.substring(root.length());
                    var name = flags.has('j') ? FileTree.name(path) : (typed.equals(".") ? "" : typed) + below;
                    files.put(name.replaceFirst("^(\\./|/)+", ""), file);
                }
            }
        }
        if (files.isEmpty()) {
            throw new ToolException("error: Nothing to do! (" + archive + ")", 12);
        }
        if (!flags.has('q')) {
            files.keySet().forEach(name -> call.println("  adding: " + name + " (deflated)"));
        }
        call.files().write(call.path(archive), Zip.pack(files));
        return 0;
    }

    static int unzip(Call call) throws ToolException, FileProblem {
        var flags = Flags.parse(call.arguments(), "oqd:ln");
        if (flags.operands().isEmpty()) {
            throw new ToolException("missing operand", 10);
        }
        var archive = flags.operands().getFirst();
        var entries = Zip.unpack(Inputs.file(call, archive));
        var target = call.path(flags.value('d') == null ? "." : flags.value('d'));
        if (!flags.has('q')) {
            call.println("Archive:  " + archive);
        }
        for (var entry : entries.entrySet()) {
            if (!flags.has('q')) {
                call.println("  inflating: " + entry.getKey());
            }
            call.files()
                    .install(
                            FileTree.resolve(target, entry.getKey()),
                            entry.getValue().bytes(),
                            entry.getValue().executable());
        }
        return 0;
    }
}
