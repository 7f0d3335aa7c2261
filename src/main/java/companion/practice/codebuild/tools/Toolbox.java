package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All programs of this room by name. */
public final class Toolbox {
    private Toolbox() {}

    /**
     * Programs that need nothing but a build container.
     *
     * @param others names of further programs that are in the image, for {@code which}
     */
    public static Map<String, Program> programs(Set<String> others) {
        var tools = new LinkedHashMap<String, Tool>();
        tools.put("cat", LineTools::cat);
        tools.put("head", LineTools::head);
        tools.put("tail", LineTools::tail);
        tools.put("tee", LineTools::tee);
        tools.put("wc", LineTools::wc);
        tools.put("tac", LineTools::tac);
        tools.put("rev", LineTools::rev);
        tools.put("seq", LineTools::seq);
        tools.put("cut", FieldTools::cut);
        tools.put("tr", FieldTools::tr);
        tools.put("uniq", FieldTools::uniq);
        tools.put("sed", Sed::run);
        tools.put("awk", Awk::run);
        tools.put("gawk", Awk::run);
        tools.put("jq", Jq::run);
        tools.put("mkdir", FileTools::mkdir);
        tools.put("rmdir", FileTools::rmdir);
        tools.put("rm", FileTools::rm);
        tools.put("cp", FileTools::cp);
        tools.put("mv", FileTools::mv);
        tools.put("touch", FileTools::touch);
        tools.put("chmod", FileTools::chmod);
        tools.put("ls", Listing::ls);
        tools.put("find", Listing::find);
        tools.put("date", TimeTools::date);
        tools.put("sleep", TimeTools::sleep);
        tools.put("base64", Encodings::base64);
        tools.put("md5sum", Encodings.checksum("MD5"));
        tools.put("sha1sum", Encodings.checksum("SHA-1"));
        tools.put("sha256sum", Encodings.checksum("SHA-256"));
        tools.put("zip", Archives::zip);
        tools.put("unzip", Archives::unzip);
        tools.putAll(SystemTools.all());
        var programs = new TreeMap<String, Program>();
        tools.forEach((name, tool) -> programs.put(name, tool.failingWith(1)));
        programs.put("sort", ((Tool) FieldTools::sort).failingWith(2));
        for (var name : List.of("grep", "egrep", "fgrep")) {
            programs.put(name, ((Tool) Grep::run).failingWith(2));
        }
        programs.put("which", call -> which(call, name -> programs.containsKey(name) || others.contains(name)));
        return programs;
    }

    private static int which(Call call, Predicate<String> known) {
        int status = 0;
        for (var name : call.arguments()) {
            if (known.test(name)) {
                call.println("/usr/bin/" + name);
            } else {
                call.io()
                        .err()
                        .println("which: no " + name + " in ("
                                + call.environment().getOrDefault("PATH", "") + ")");
                status = 1;
            }
        }
        return status;
    }
}
