package companion.bench;

import java.nio.file.Files;

/** The whole workshop with its clean-up, as a process: {@code RunBench JAR [times]}. */
public final class RunBench {
    private RunBench() {}

    public static void main(String[] args) throws Exception {
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var measured = new double[times];
        for (int i = 0; i < times; i++) {
            var workspace = Files.createTempDirectory("bench");
            var output = workspace.resolve("output").toFile();
            long start = System.nanoTime();
            var process = Program.start(
                    args[0], output, "run", "blue-green", "--practice", "--speed", "instant", "--workspace",
                    workspace.resolve("w").toString());
            int exit = process.waitFor();
            measured[i] = (System.nanoTime() - start) / 1e6;
            if (exit != 0) {
                throw new IllegalStateException("Exit " + exit + ": " + Files.readString(output.toPath()));
            }
        }
        System.out.println("run blue-green, instant, with clean-up: " + new Sample(measured));
    }
}
