package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs about the container itself, its environment and other programs. */
final class SystemTools {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_]\\w*)\\}|\\$([A-Za-z_]\\w*)");

    private SystemTools() {}

    static int basename(Call call) throws ToolException {
        if (call.arguments().isEmpty()) {
            throw new ToolException("missing operand");
        }
        var path = call.arguments().getFirst().replaceFirst("(?<=.)/+$", "");
        var name = path.equals("/") ? path : FileTree.name(path);
        var suffix = call.arguments().size() > 1 ? call.arguments().get(1) : "";
        call.println(
                !suffix.isEmpty() && name.endsWith(suffix) && !name.equals(suffix)
                        ? name.substring(0, name.length() - suffix.length())
                        : name);
        return 0;
    }

    static int dirname(Call call) throws ToolException {
        if (call.arguments().isEmpty()) {
            throw new ToolException("missing operand");
        }
        var path = call.arguments().getFirst().replaceFirst("(?<=.)/+$", "");
        int slash = path.lastIndexOf('/');
        call.println(slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash));
        return 0;
    }

    static int env(Call call) {
        var environment = new LinkedHashMap<>(call.environment());
        int i = 0;
        for (; i < call.arguments().size(); i++) {
            var word = call.arguments().get(i);
            int equals = word.indexOf('=');
            if (word.equals("-i") || word.equals("-")) {
                environment.clear();
            } else if (word.equals("-u") && i + 1 < call.arguments().size()) {
                environment.remove(call.arguments().get(++i));
            } else if (equals > 0) {
                environment.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                break;
            }
        }
        if (i < call.arguments().size()) {
            return call.launcher()
                    .launch(call.arguments().subList(i, call.arguments().size()), environment, call.io());
        }
        environment.forEach((name, value) -> call.println(name + "=" + value));
        return 0;
    }

    static int printenv(Call call) {
        if (call.arguments().isEmpty()) {
            call.environment().forEach((name, value) -> call.println(name + "=" + value));
            return 0;
        }
        int status = 0;
        for (var name : call.arguments()) {
            var value = call.environment().get(name);
            if (value == null) {
                status = 1;
            } else {
                call.println(value);
            }
        }
        return status;
    }

    static int envsubst(Call call) {
        var text = call.io().in().readText();
        call.print(VARIABLE.matcher(text).replaceAll(match -> {
            var name = match.group(1) == null ? match.group(2) : match.group(1);
            return Matcher.quoteReplacement(call.environment().getOrDefault(name, ""));
        }));
        return 0;
    }

    static int nohup(Call call) throws ToolException {
        if (call.arguments().isEmpty()) {
            throw new ToolException("missing operand", 125);
        }
        return call.launcher().launch(call.arguments(), call.environment(), call.io());
    }

    static int timeout(Call call) throws ToolException {
        var words = call.arguments().stream()
                .dropWhile(word -> word.startsWith("-"))
                .toList();
        if (words.size() < 2) {
            throw new ToolException("missing operand", 125);
        }
        return call.launcher().launch(words.subList(1, words.size()), call.environment(), call.io());
    }

    static int xargs(Call call) throws ToolException {
        var words = new ArrayList<>(call.arguments());
        int most = Integer.MAX_VALUE;
        var replace = "";
        var separator = "\\s+";
        boolean skipEmpty = false;
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            var option = words.removeFirst();
            var letter = option.substring(0, 2);
            boolean takesValue = List.of("-n", "-I", "-d", "-P", "-L").contains(letter);
            if (takesValue && option.length() == 2 && words.isEmpty()) {
                throw new ToolException("option requires an argument -- '" + letter.charAt(1) + "'");
            }
            var value = !takesValue ? "" : option.length() > 2 ? option.substring(2) : words.removeFirst();
            switch (letter) {
                case "-n", "-L" -> most = Integer.parseInt(value);
                case "-I" -> replace = value;
                case "-d" -> separator = Pattern.quote(value.replace("\\n", "\n"));
                case "-0" -> separator = "\0";
                case "-r" -> skipEmpty = true;
                case "-P", "-t" -> {
                    // One at a time, quietly.
                }
                default -> throw new ToolException("invalid option -- '" + letter.charAt(1) + "'");
            }
        }
        var command = words.isEmpty() ? List.of("echo") : words;
        var text = call.io().in().readText();
        var items = replace.isEmpty()
                ? List.of(text.strip().split(separator)).stream()
                        .filter(item -> !item.isEmpty())
                        .toList()
                : Input.lines(text);
        if (items.isEmpty() && (skipEmpty || !replace.isEmpty())) {
            return 0;
        }
        int status = 0;
        int size = replace.isEmpty() ? Math.min(most, Math.max(1, items.size())) : 1;
        for (int i = 0; i < Math.max(1, items.size()); i += size) {
            var batch = items.subList(Math.min(i, items.size()), Math.min(i + size, items.size()));
            var line = new ArrayList<String>();
            for (var word : command) {
                line.add(
                        replace.isEmpty()
                                ? word
                                : word.replace(replace, batch.getFirst().strip()));
            }
            if (replace.isEmpty()) {
                line.addAll(batch);
            }
            int each =
                    call.launcher().launch(line, call.environment(), call.io().withIn(Input.empty()));
            status = each == 0 ? status : each == 127 ? 127 : 123;
        }
        return status;
    }

    /** What a build container says of itself. */
    static int identity(Call call) {
        var arguments = call.arguments();
        call.println(
                switch (call.name()) {
                    case "whoami" -> "root";
                    case "hostname" -> "ip-10-0-100-17.ec2.internal";
                    case "nproc" -> "2";
                    case "arch" -> "x86_64";
                    case "id" ->
                        arguments.contains("-u") || arguments.contains("-g")
                                ? "0"
                                : arguments.contains("-un") ? "root" : "uid=0(root) gid=0(root) groups=0(root)";
                    default ->
                        arguments.contains("-m")
                                ? "x86_64"
                                : arguments.contains("-r") ? "4.14.355-280.710.amzn2.x86_64" : "Linux";
                });
        return 0;
    }

    static Map<String, Tool> all() {
        return Map.ofEntries(
                Map.entry("basename", SystemTools::basename),
                Map.entry("dirname", SystemTools::dirname),
                Map.entry("env", SystemTools::env),
                Map.entry("printenv", SystemTools::printenv),
                Map.entry("envsubst", SystemTools::envsubst),
                Map.entry("nohup", SystemTools::nohup),
                Map.entry("timeout", SystemTools::timeout),
                Map.entry("xargs", SystemTools::xargs),
                Map.entry("whoami", SystemTools::identity),
                Map.entry("hostname", SystemTools::identity),
                Map.entry("nproc", SystemTools::identity),
                Map.entry("arch", SystemTools::identity),
                Map.entry("id", SystemTools::identity),
                Map.entry("uname", SystemTools::identity));
    }
}
