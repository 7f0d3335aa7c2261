package companion.practice.codebuild;

import companion.practice.world.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.ArtifactsType;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildArtifacts;
import software.amazon.awssdk.services.codebuild.model.CloudWatchLogsConfig;
import software.amazon.awssdk.services.codebuild.model.ExportedEnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.LogsConfigStatusType;
import software.amazon.awssdk.services.codebuild.model.LogsLocation;
import software.amazon.awssdk.services.codebuild.model.S3LogsConfig;

/** A build as BatchGetBuilds shows it. */
record BuildDescription(Place place) {

    Build of(BuildJob job) {
        var settings = job.settings;
        return Build.builder()
                .id(job.id)
                .arn(job.arn)
                .buildNumber(job.number)
                .startTime(job.started)
                .endTime(job.ended())
                .currentPhase(job.currentPhase().toString())
                .buildStatus(job.status())
                .sourceVersion(job.sourceVersion)
                .resolvedSourceVersion(job.resolvedSourceVersion)
                .projectName(settings.name())
                .phases(job.phases())
                .source(settings.source())
                .secondarySources(settings.secondarySources())
                .secondarySourceVersions(settings.secondarySourceVersions())
                .artifacts(artifacts(job))
                .secondaryArtifacts(List.of())
                .cache(settings.cache())
                .environment(settings.environment())
                .serviceRole(settings.serviceRole())
                .logs(logs(job))
                .timeoutInMinutes(settings.timeoutInMinutes())
                .queuedTimeoutInMinutes(settings.queuedTimeoutInMinutes())
                .buildComplete(job.isComplete())
                .initiator(job.initiator)
                .vpcConfig(settings.vpcConfig())
                .encryptionKey(settings.encryptionKey())
                .exportedEnvironmentVariables(job.exported.entrySet().stream()
                        .map(entry -> ExportedEnvironmentVariable.builder()
                                .name(entry.getKey())
                                .value(entry.getValue())
                                .build())
                        .toList())
                .build();
    }

    private BuildArtifacts artifacts(BuildJob job) {
        return BuildArtifacts.builder()
                .location(location(job))
                .sha256sum(job.artifactSha256)
                .md5sum(job.artifactMd5)
                .overrideArtifactName(job.settings.artifacts().overrideArtifactName())
                .encryptionDisabled(job.settings.artifacts().encryptionDisabled())
                .build();
    }

    private static @Nullable String location(BuildJob job) {
        if (job.artifactLocation != null) {
            return job.artifactLocation;
        }
        if (job.pipeline != null && !job.pipeline.outputs().isEmpty()) {
            var output = job.pipeline.outputs().getFirst();
            return "arn:aws:s3:::" + output.bucket() + "/" + output.key();
        }
        var artifacts = job.settings.artifacts();
        return artifacts.type() == ArtifactsType.NO_ARTIFACTS ? "" : null;
    }

    /** Before the build has a container there are no logs; AWS's links then say {@code null}. */
    private LogsLocation logs(BuildJob job) {
        var config = job.settings.logsConfig();
        var watch = config == null || config.cloudWatchLogs() == null
                ? CloudWatchLogsConfig.builder()
                        .status(LogsConfigStatusType.ENABLED)
                        .build()
                : config.cloudWatchLogs();
        var s3 = config == null || config.s3Logs() == null
                ? S3LogsConfig.builder()
                        .status(LogsConfigStatusType.DISABLED)
                        .encryptionDisabled(false)
                        .build()
                : config.s3Logs();
        var console = "https://console.aws.amazon.com/cloudwatch/home?region=" + place.region();
        return LogsLocation.builder()
                .groupName(job.logGroup)
                .streamName(job.logStream)
                .deepLink(
                        job.logGroup == null || job.logStream == null
                                ? console + "#logEvent:group=null;stream=null"
                                : console + "#logsV2:log-groups/log-group/" + escape(job.logGroup) + "/log-events/"
                                        + escape(job.logStream))
                .cloudWatchLogsArn(place.arn("logs", "log-group:" + job.logGroup + ":log-stream:" + job.logStream))
                .cloudWatchLogs(watch)
                .s3Logs(s3)
                .build();
    }

    /** The console escapes its fragments twice, with a dollar sign for the outer percent sign. */
    private static String escape(String name) {
        return name.replace("/", "$252F");
    }
}
