package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Output;
import companion.practice.codebuild.shell.Program;
import companion.practice.fabric.Images;
import companion.practice.world.Blobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code docker build}. */
record BuildCommand(DockerEngine engine, Images images, Map<String, Program> programs, Blobs blobs) {
    private static final Set<String> WITH_VALUE = Set.of(
            "-t",
            "--tag",
            "-f",
            "--file",
            "--build-arg",
            "--platform",
            "--target",
            "--cache-from",
            "--label",
            "--network",
            "--progress",
            "--secret",
            "--provenance",
            "--cache-to",
            "--output",
            "-o",
            "--memory",
            "-m",
            "--shm-size");
    private static final Set<String> ALONE = Set.of(
            "--no-cache",
            "--pull",
            "--rm",
            "--force-rm",
            "-q",
            "--quiet",
            "--push",
            "--load",
            "--squash",
            "--compress");

    int run(Call call, List<String> words) throws DockerException {
        var tags = new ArrayList<Reference>();
        var buildArguments = new LinkedHashMap<String, String>();
        var contexts = new ArrayList<String>();
        @Nullable String file = null;
        @Nullable String target = null;
        boolean quiet = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            var option = equals < 0 ? word : word.substring(0, equals);
            if (!word.startsWith("-") || word.equals("-")) {
                contexts.add(word);
                continue;
            }
            if (ALONE.contains(option)) {
                quiet |= option.equals("-q") || option.equals("--quiet");
                continue;
            }
            if (!WITH_VALUE.contains(option)) {
                throw new DockerException(
                        "unknown flag: " + word + "\n\nUsage:  docker buildx build [OPTIONS] PATH | URL | -", 125);
            }
            if (equals < 0 && i + 1 == words.size()) {
                throw new DockerException("flag needs an argument: " + option, 125);
            }
            var value = equals >= 0 ? word.substring(equals + 1) : words.get(++i);
            switch (option) {
                case "-t", "--tag" -> tags.add(Reference.parse(value));
                case "-f", "--file" -> file = value;
                case "--target" -> target = value;
                case "--build-arg" -> {
                    int sign = value.indexOf('=');
                    var name = sign < 0 ? value : value.substring(0, sign);
                    var inherited = call.environment().get(name);
                    if (sign >= 0) {
                        buildArguments.put(name, value.substring(sign + 1));
                    } else if (inherited != null) {
                        buildArguments.put(name, inherited);
                    }
                }
                default -> {
                    // The platform and the cache make no difference here.
                }
            }
        }
        if (contexts.size() != 1) {
            throw new DockerException("ERROR: docker: 'docker buildx build' requires 1 argument\n\n"
                    + "Usage:  docker buildx build [OPTIONS] PATH | URL | -\n\n"
                    + "Run 'docker buildx build --help' for more information");
        }
        return build(call, contexts.getFirst(), file, tags, buildArguments, target, quiet);
    }

    private int build(
            Call call,
            String typed,
            @Nullable String file,
            List<Reference> tags,
            Map<String, String> buildArguments,
            @Nullable String target,
            boolean quiet)
            throws DockerException {
        var directory = call.path(typed);
        if (!call.files().isDirectory(directory)) {
            throw new DockerException("ERROR: unable to prepare context: path \"" + typed + "\" not found");
        }
        var path = file == null ? FileTree.resolve(directory, "Dockerfile") : call.path(file);
        String text;
        try {
            text = call.files().readText(path);
        } catch (FileProblem e) {
            throw new DockerException("#0 building with \"default\" instance using docker driver\n\n"
                    + "#1 [internal] load build definition from " + FileTree.name(path)
                    + "\n#1 transferring dockerfile: 2B done\n"
                    + "#1 DONE 0.0s\nERROR: failed to build: failed to solve: failed to read dockerfile: open "
                    + FileTree.name(path) + ": no such file or directory");
        }
        var clock = call.machine().clock();
        var progress = new Progress(quiet ? Output.NOWHERE : call.io().err(), clock);
        var dockerfile = Dockerfile.parse(text);
        var image = new DockerBuild(
                        dockerfile,
                        text,
                        BuildContext.of(call.files(), directory),
                        buildArguments,
                        images,
                        new RunInstruction(call.machine(), programs, blobs),
                        progress)
                .run(target);
        progress.begin("exporting to image");
        clock.passMillis(4600);
        progress.line("exporting layers 4.6s done");
        progress.line("writing image " + image.digest() + " done");
        for (var tag : tags) {
            engine.tag(tag, image);
            progress.line("naming to " + tag + " done");
        }
        progress.done(100);
        if (!dockerfile.warnings().isEmpty() && !quiet) {
            int count = dockerfile.warnings().size();
            call.io()
                    .err()
                    .println(" " + count + (count == 1 ? " warning" : " warnings")
                            + " found (use docker --debug to expand):");
            dockerfile.warnings().forEach(warning -> call.io().err().println(" - " + warning));
        }
        if (quiet) {
            call.println(image.digest());
        }
        return 0;
    }
}
