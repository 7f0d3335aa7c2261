package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import java.util.List;
import java.util.Map;

/** Programs that make, move and remove files. */
final class FileTools {
    private FileTools() {}

    static int mkdir(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "pm:v", Map.of("parents", 'p', "mode", 'm'));
        int status = 0;
        for (var typed : operands(flags, 1)) {
            try {
                if (flags.has('p')) {
                    call.files().makeDirectories(call.path(typed));
                } else {
                    call.files().makeDirectory(call.path(typed));
                }
            } catch (FileProblem e) {
                status = call.fail("cannot create directory '" + typed + "': " + e.reason());
            }
        }
        return status;
    }

    static int rmdir(Call call) throws ToolException {
        int status = 0;
        for (var typed : operands(Flags.parse(call.arguments(), "p"), 1)) {
            var path = call.path(typed);
            if (!call.files().isDirectory(path)) {
                var reason = call.files().exists(path) ? "Not a directory" : "No such file or directory";
                status = call.fail("failed to remove '" + typed + "': " + reason);
            } else if (!call.files().list(path).isEmpty()) {
                status = call.fail("failed to remove '" + typed + "': Directory not empty");
            } else {
                call.files().delete(path);
            }
        }
        return status;
    }

    static int rm(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "rRfvi", Map.of("recursive", 'r', "force", 'f'));
        int status = 0;
        for (var typed : flags.has('f') ? flags.operands() : operands(flags, 1)) {
            var path = call.path(typed);
            if (!call.files().exists(path)) {
                if (!flags.has('f')) {
                    status = call.fail("cannot remove '" + typed + "': No such file or directory");
                }
            } else if (call.files().isDirectory(path) && !flags.has('r') && !flags.has('R')) {
                status = call.fail("cannot remove '" + typed + "': Is a directory");
            } else {
                call.files().delete(path);
            }
        }
        return status;
    }

    static int cp(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "rRafvpn", Map.of("recursive", 'r', "archive", 'a', "force", 'f'));
        boolean recursive = flags.has('r') || flags.has('R') || flags.has('a');
        return transfer(call, flags, (from, to, typed) -> {
            if (call.files().isDirectory(from) && !recursive) {
                return call.fail("-r not specified; omitting directory '" + typed + "'");
            }
            return copy(call, from, to, typed);
        });
    }

    static int mv(Call call) throws ToolException {
        var flags = Flags.parse(call.arguments(), "fvn", Map.of("force", 'f'));
        return transfer(call, flags, (from, to, typed) -> {
            if (from.equals(to)) {
                return call.fail("'" + typed + "' and '" + typed + "' are the same file");
            }
            int status = copy(call, from, to, typed);
            if (status == 0) {
                call.files().delete(from);
            }
            return status;
        });
    }

    /** Copies or moves one thing to exactly one path. */
    private interface Transfer {
        int run(String from, String to, String typed);
    }

    private static int transfer(Call call, Flags flags, Transfer transfer) throws ToolException {
        var operands = operands(flags, 2);
        var target = operands.getLast();
        var to = call.path(target);
        boolean into = call.files().isDirectory(to);
        if (!into && (operands.size() > 2 || target.endsWith("/"))) {
            throw new ToolException("target '" + target + "': "
                    + (call.files().exists(to) ? "Not a directory" : "No such file or directory"));
        }
        int status = 0;
        for (var typed : operands.subList(0, operands.size() - 1)) {
            var from = call.path(typed);
            boolean contents = typed.endsWith("/.") || typed.equals(".");
            if (!call.files().exists(from)) {
                status = call.fail("cannot stat '" + typed + "': No such file or directory");
            } else {
                status |= transfer.run(from, into && !contents ? FileTree.resolve(to, FileTree.name(from)) : to, typed);
            }
        }
        return status;
    }

    private static int copy(Call call, String from, String to, String typed) {
        if ((to + "/").startsWith(from + "/") && call.files().isDirectory(from)) {
            return call.fail("cannot copy a directory, '" + typed + "', into itself, '" + to + "'");
        }
        try {
            call.files().copy(from, to);
            return 0;
        } catch (FileProblem e) {
            return call.fail("cannot create regular file '" + to + "': " + e.reason());
        }
    }

    static int touch(Call call) throws ToolException {
        int status = 0;
        for (var typed : operands(Flags.parse(call.arguments(), "acmd:r:t:"), 1)) {
            try {
                call.files().touch(call.path(typed));
            } catch (FileProblem e) {
                status = call.fail("cannot touch '" + typed + "': " + e.reason());
            }
        }
        return status;
    }

    static int chmod(Call call) throws ToolException {
        var words = call.arguments().stream()
                .filter(word -> !word.equals("-R") && !word.equals("-v"))
                .toList();
        if (words.size() < 2) {
            throw new ToolException(
                    words.isEmpty() ? "missing operand" : "missing operand after '" + words.getFirst() + "'");
        }
        var mode = words.getFirst();
        boolean executable = mode.matches("0?[0-7]*[1357][0-7]{0,2}") || mode.matches("[ugoa]*[+=][rwX]*x.*");
        boolean changes = executable || mode.matches("0?[0-7]{3}") || mode.matches("[ugoa]*-[rw]*x.*");
        int status = 0;
        for (var typed : words.subList(1, words.size())) {
            var path = call.path(typed);
            try {
                if (!call.files().exists(path)) {
                    throw new FileProblem("No such file or directory");
                }
                var all = call.arguments().contains("-R") ? call.files().under(path) : List.<String>of();
                for (var each : all) {
                    if (changes) {
                        call.files().setExecutable(each, executable);
                    }
                }
                if (changes) {
                    call.files().setExecutable(path, executable);
                }
            } catch (FileProblem e) {
                status = call.fail("cannot access '" + typed + "': " + e.reason());
            }
        }
        return status;
    }

    private static List<String> operands(Flags flags, int atLeast) throws ToolException {
        if (flags.operands().isEmpty()) {
            throw new ToolException(atLeast == 1 ? "missing operand" : "missing file operand");
        }
        if (flags.operands().size() < atLeast) {
            throw new ToolException("missing destination file operand after '"
                    + flags.operands().getFirst() + "'");
        }
        return flags.operands();
    }
}
