package companion;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Target;
import companion.monitor.read.BuildLog;
import companion.monitor.read.ReleaseReader;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.timeline.Recording;
import companion.monitor.timeline.TimelineRecorder;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codecommit.model.PutFileEntry;

/**
 * The workshop's pipeline on a practice cloud whose clock only a test moves, after version 2 was released; with a monitor that
 * reads it.
 */
public final class PracticeRelease implements AutoCloseable {
    public static final String PIPELINE = "MyFirstPipeline";
    private static final String REPOSITORY = "MyRepo";
    private static final String BRANCH = "master";
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int LOOKS = 1500;

    private final PracticeCloud cloud;
    private final Connection connection;
    private final ReleaseReader reader;
    private final String pipeline;
    private final BuildLog buildLog;
    private final Recording recording = new Recording();
    private final TimelineRecorder timeline = new TimelineRecorder();
    private Log log = Log.EMPTY;

    /** The state of the cloud after the workshop's last stage, to start from. */
    public static Path prepare(Path folder) {
        var journey = new Journey(folder);
        var run = journey.run("--keep");
        if (run.exit() != 0) {
            throw new AssertionError(run.err());
        }
        return journey.state();
    }

    /** @param state is copied, so that each test begins at the same */
    public PracticeRelease(Path state, Path copy) throws IOException {
        this(state, copy, PIPELINE);
    }

    /** @param pipeline the one that is watched; it need not be there yet */
    public PracticeRelease(Path state, Path copy, String pipeline) throws IOException {
        this.pipeline = pipeline;
        try (var files = Files.walk(state)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve("cloud").resolve(state.relativize(file).toString()));
            }
        }
        cloud = PracticeCloud.start(PracticeSettings.on(0, copy.resolve("cloud"), Speed.PAUSED));
        connection = new Connection(
                new Target.Practice(
                        cloud.endpoint(),
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()))),
                "us-east-1",
                true,
                new CallTrace(InstantSource.system(), System::nanoTime));
        reader = new ReleaseReader(connection, cloud.clock()::now);
        buildLog = new BuildLog(connection);
    }

    public Connection connection() {
        return connection;
    }

    public Recording recording() {
        return recording;
    }

    public Log log() {
        return log;
    }

    /** Takes the cloud's time forward. */
    public void step(Duration by) {
        cloud.clock().step(by);
    }

    public ReleaseSnapshot look() {
        var snapshot = reader.read(pipeline);
        log = snapshot.build() == null ? Log.EMPTY : buildLog.read(snapshot.build());
        recording.add(snapshot, log, timeline.add(snapshot));
        return snapshot;
    }

    /** Looks every five seconds until it is so. */
    public ReleaseSnapshot until(Predicate<ReleaseSnapshot> so) {
        for (int i = 0; i < LOOKS; i++) {
            var snapshot = look();
            if (so.test(snapshot)) {
                return snapshot;
            }
            step(LOOK);
        }
        throw new AssertionError("It never was so: " + recording.story().events().stream()
                .map(event -> event.change().at() + " " + event.change().words())
                .toList());
    }

    /** Waits until nothing runs. */
    public ReleaseSnapshot untilOver() {
        step(Duration.ofSeconds(20));
        return until(snapshot -> !snapshot.isActive() && snapshot.unread().isEmpty());
    }

    /** Pushes a change of one file. */
    public void edit(String file, UnaryOperator<String> edit) {
        edit(Map.of(file, edit));
    }

    /** Pushes changes of files as one commit. */
    public void edit(Map<String, UnaryOperator<String>> edits) {
        var git = connection.codeCommit();
        var files = edits.entrySet().stream()
                .map(edit -> {
                    var content = git.getFile(request -> request.repositoryName(REPOSITORY)
                                    .commitSpecifier(BRANCH)
                                    .filePath(edit.getKey()))
                            .fileContent()
                            .asUtf8String();
                    return PutFileEntry.builder()
                            .filePath(edit.getKey())
                            .fileContent(SdkBytes.fromString(edit.getValue().apply(content), StandardCharsets.UTF_8))
                            .build();
                })
                .toList();
        var head = git.getBranch(request -> request.repositoryName(REPOSITORY).branchName(BRANCH)).branch().commitId();
        git.createCommit(request -> request.repositoryName(REPOSITORY)
                .branchName(BRANCH)
                .parentCommitId(head)
                .putFiles(files)
                .commitMessage("Edited " + String.join(", ", edits.keySet()))
                .authorName("Ada")
                .email("ada@example.com"));
    }

    @Override
    public void close() {
        connection.close();
        cloud.close();
    }
}
