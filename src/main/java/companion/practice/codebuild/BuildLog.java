package companion.practice.codebuild;

import companion.practice.fabric.Services;
import companion.practice.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.codebuild.model.LogsConfigStatusType;

/**
 * The log of one build, as CodeBuild's agent writes it to CloudWatch Logs: each event is a line with its line end; the
 * agent's own lines carry a time stamp in microseconds, and a blank line follows what a command printed.
 */
final class BuildLog {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "yyyy/MM/dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Between two lines that the agent writes at once. */
    private static final long MICROS = 17_000;

    private final World world;
    private final Services services;
    private final List<String> secrets = new ArrayList<>();
    private String group = "";
    private String stream = "";
    private Instant lastStamp = Instant.MIN;
    private String partialLine = "";

    BuildLog(World world, Services services) {
        this.world = world;
        this.services = services;
    }

    /** Makes the stream, and the group if there is none; without logs in the project everything is dropped. */
    void open(BuildJob job) {
        var config = job.settings.logsConfig();
        var watch = config == null ? null : config.cloudWatchLogs();
        if (watch != null && watch.status() == LogsConfigStatusType.DISABLED) {
            return;
        }
        group = watch == null || watch.groupName() == null || watch.groupName().isEmpty()
                ? "/aws/codebuild/" + job.settings.name()
                : watch.groupName();
        stream = watch == null
                        || watch.streamName() == null
                        || watch.streamName().isEmpty()
                ? job.uuid
                : watch.streamName() + "/" + job.uuid;
        try {
            makeGroup(services.logs());
            services.logs()
                    .createLogStream(request -> request.logGroupName(group).logStreamName(stream));
            job.logGroup = group;
            job.logStream = stream;
        } catch (CloudWatchLogsException e) {
            // A name that CloudWatch Logs refuses: the build runs without a log.
            group = "";
        }
    }

    /** A text that never appears in the log: {@code ***} stands for it. */
    void mask(String secret) {
        secrets.add(secret);
    }

    /** Lines of the agent, all now. */
    void agent(String... lines) {
        agent(List.of(lines));
    }

    void agent(List<String> lines) {
        var events = new ArrayList<String>();
        for (var line : lines) {
            var stamp = lastStamp.isBefore(world.now()) ? world.now() : lastStamp.plusNanos(MICROS);
            lastStamp = stamp;
            events.add("[Container] " + STAMP.format(stamp) + " " + line + "\n");
        }
        put(events);
    }

    /** What a command printed; its lines appear as they are complete. */
    void output(String text) {
        var all = partialLine + text;
        int end = all.lastIndexOf('\n') + 1;
        partialLine = all.substring(end);
        if (end > 0) {
            put(all.substring(0, end).lines().map(line -> line + "\n").toList());
        }
    }

    /** After a command: a line end, which closes an open line or leaves a blank one. */
    void endOutput() {
        put(List.of(partialLine + "\n"));
        partialLine = "";
    }

    private void makeGroup(CloudWatchLogsClient logs) {
        try {
            logs.createLogGroup(request -> request.logGroupName(group));
        } catch (ResourceAlreadyExistsException e) {
            // The project's group is used by each of its builds.
            return;
        }
    }

    private void put(List<String> messages) {
        if (group.isEmpty() || messages.isEmpty()) {
            return;
        }
        long now = world.now().toEpochMilli();
        var events = messages.stream()
                .map(message -> InputLogEvent.builder()
                        .timestamp(now)
                        .message(masked(message))
                        .build())
                .toList();
        try {
            services.logs()
                    .putLogEvents(request ->
                            request.logGroupName(group).logStreamName(stream).logEvents(events));
        } catch (CloudWatchLogsException e) {
            // Somebody deleted the group or the stream under a running build, which goes on without its log.
            group = "";
        }
    }

    private String masked(String message) {
        var text = message;
        for (var secret : secrets) {
            text = text.replace(secret, "***");
        }
        return text;
    }
}
