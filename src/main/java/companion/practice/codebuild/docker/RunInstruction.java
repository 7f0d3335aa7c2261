package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.Dialect;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.shell.Machine;
import companion.practice.codebuild.shell.OutputBuffer;
import companion.practice.codebuild.shell.Program;
import companion.practice.codebuild.shell.Shell;
import companion.practice.codebuild.shell.Streams;
import companion.practice.world.Blobs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** RUN: a command over the files of an image. What it changes is added to the stage. */
record RunInstruction(Machine machine, Map<String, Program> programs, Blobs blobs) {

    /** @param output what the command printed, line ends included */
    record Outcome(int status, String output) {}

    Outcome run(StageImage stage, String command) throws DockerException {
        var tree = new FileTree(machine.clock()::now);
        var before = stage.asContext(blobs).files();
        try {
            for (var file : before.entrySet()) {
                tree.install("/" + file.getKey(), file.getValue(), true);
            }
            tree.makeDirectories(stage.directory);
            tree.makeDirectories("/tmp");
        } catch (FileProblem e) {
            throw new DockerException("ERROR: failed to build: failed to solve: " + e.reason());
        }
        var environment = new LinkedHashMap<>(stage.variables);
        environment.putIfAbsent("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        environment.putIfAbsent("HOME", "/root");
        var shell = Shell.inImage(
                Dialect.DASH,
                new Machine(tree, machine.clock(), machine.budget()),
                environment,
                stage.directory,
                programs::get);
        var output = new OutputBuffer();
        int status = shell.run(command, new Streams(Input.empty(), output, output));
        if (status == 0) {
            keepChanges(stage, tree, before);
        }
        return new Outcome(status, output.text());
    }

    private static void keepChanges(StageImage stage, FileTree tree, Map<String, byte[]> before) {
        for (var path : tree.under("/")) {
            if (tree.find(path) instanceof FileTree.File file) {
                var old = before.get(path.substring(1));
                if (old == null || !Arrays.equals(old, file.bytes())) {
                    stage.add(path, file.bytes());
                }
            }
        }
        for (var path : before.keySet()) {
            if (!tree.isFile("/" + path)) {
                stage.remove("/" + path);
            }
        }
    }
}
