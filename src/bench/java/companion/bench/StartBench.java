package companion.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * From the start of {@code cloud} as a process until STS answers; the part of it that is the program's own, from its main method
 * until the cloud is ready ({@link OwnStart}); and, beside them, how long a Java takes here that does nothing: {@code StartBench
 * JAR [times]}.
 */
public final class StartBench {
    private StartBench() {}

    public static void main(String[] args) throws Exception {
        int times = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        var whole = new double[times];
        var own = new double[times];
        var nothing = new double[times];
        for (int i = 0; i < times; i++) {
            whole[i] = untilStsAnswers(args[0]);
            own[i] = ownPart();
            nothing[i] = nothing(args[0]);
        }
        System.out.println("cloud, process start to STS answered:  " + new Sample(whole));
        System.out.println("of it from main to the cloud is ready: " + new Sample(own));
        System.out.println("a Java that does nothing:              " + new Sample(nothing));
    }

    /** A program that ends at once, from a jar as large. */
    private static double nothing(String jar) throws Exception {
        long start = System.nanoTime();
        fresh("--class-path", jar, "--dry-run", "companion.Companion").waitFor();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double untilStsAnswers(String jar) throws Exception {
        var folder = Files.createTempDirectory("bench");
        var environment = folder.resolve("env");
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        // A client that is warm, so that only the cloud's start is measured.
        sts("http://127.0.0.1:1", "a", "b").close();
        long start = System.nanoTime();
        var process = Program.start(
                jar, folder.resolve("output").toFile(), "cloud", "--port", Integer.toString(port), "--state",
                folder.resolve("state").toString(), "--env-file", environment.toString());
        try {
            var exports = exports(environment);
            try (var sts = sts("http://127.0.0.1:" + port, exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"))) {
                while (true) {
                    try {
                        sts.getCallerIdentity();
                        return (System.nanoTime() - start) / 1e6;
                    } catch (SdkClientException e) {
                        Thread.sleep(2);
                    }
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The file is written when the cloud is up; until then it is looked for every few milliseconds. */
    private static Map<String, String> exports(Path file) throws Exception {
        while (true) {
            if (Files.exists(file)) {
                var exports = new HashMap<String, String>();
                for (var line : Files.readAllLines(file)) {
                    var parts = line.replaceFirst("^export ", "").split("=", 2);
                    if (parts.length == 2) {
                        exports.put(parts[0], parts[1].replaceAll("^['\"]|['\"]$", ""));
                    }
                }
                if (exports.containsKey("AWS_SECRET_ACCESS_KEY")) {
                    return exports;
                }
            }
            Thread.sleep(2);
        }
    }

    private static double ownPart() throws Exception {
        var state = Files.createTempDirectory("bench").resolve("state").toString();
        var process = fresh(
                "--class-path", System.getProperty("java.class.path"), OwnStart.class.getName(), "cloud", "--state", state);
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private static Process fresh(String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static StsClient sts(String endpoint, String id, String secret) {
        return StsClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
                .overrideConfiguration(override -> override.retryStrategy(
                        software.amazon.awssdk.awscore.retry.AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
