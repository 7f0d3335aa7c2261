package companion.practice.codebuild;

import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.codebuild.buildspec.BuildspecException;
import companion.practice.codebuild.buildspec.BuildspecParser;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * The phase DOWNLOAD_SOURCE: the source, the buildspec and the environment, with the lines that the agent logs on the
 * way.
 *
 * @param number the digits in the name of the source's directory
 */
record BuildPreparation(
        Place place, Services services, BuildJob job, BuildLog log, BuildContainer container, String number) {

    Buildspec run() throws BuildFailure {
        log.agent("Phase is DOWNLOAD_SOURCE");
        var source = new SourceFiles(services, place, container.files).fetch(job, "/codebuild/output/src" + number);
        log.agent("CODEBUILD_SRC_DIR=" + source.directory());
        source.others().forEach((name, directory) -> log.agent("CODEBUILD_SRC_DIR_" + name + "=" + directory));
        var spec = buildspec(source.directory());
        log.agent("Setting HTTP client timeout to higher timeout for S3 source", "Processing environment variables");
        if (!spec.parameterStore().isEmpty()) {
            log.agent("Decrypting parameter store environment variables");
        }
        var variables = new LinkedHashMap<>(new BuildVariables(place).own(job, source));
        variables.putAll(BuildVariables.chosen(job, spec));
        runtimes(spec);
        log.agent(
                "Moving to directory " + source.directory(),
                spec.cachePaths().isEmpty()
                        ? "Cache is not defined in the buildspec"
                        : "Cache is not available in the practice cloud",
                "Skip cache due to: no paths specified to be cached",
                "Registering with agent");
        phases(spec);
        container.enter(spec, variables, source.directory());
        return spec;
    }

    private Buildspec buildspec(String directory) throws BuildFailure {
        var setting = job.settings.source().buildspec();
        try {
            if (setting != null && isInline(setting)) {
                log.agent("YAML location is /codebuild/readonly/buildspec.yml");
                return BuildspecParser.parse(setting);
            }
            if (setting != null && setting.startsWith("arn:aws:s3:::")) {
                log.agent("YAML location is /codebuild/readonly/buildspec.yml");
                return BuildspecParser.parse(fromBucket(setting));
            }
            return fromSource(directory, setting);
        } catch (BuildspecException e) {
            throw new BuildFailure("YAML_FILE_ERROR", e.reason());
        }
    }

    private Buildspec fromSource(String directory, @Nullable String setting) throws BuildFailure, BuildspecException {
        // Only this one name is looked for when the project names none: not buildspec.yaml.
        var path = FileTree.resolve(directory, setting == null || setting.isBlank() ? "buildspec.yml" : setting);
        String text;
        try {
            text = container.files.readText(path);
        } catch (FileProblem e) {
            throw new BuildFailure(
                    "YAML_FILE_ERROR", "stat " + path + ": " + e.reason().toLowerCase(Locale.ROOT));
        }
        log.agent("YAML location is " + path);
        return BuildspecParser.parse(text);
    }

    private static boolean isInline(String setting) {
        return setting.contains("\n") || setting.stripLeading().startsWith("{") || setting.contains("version:");
    }

    private String fromBucket(String arn) throws BuildFailure {
        var location = arn.substring("arn:aws:s3:::".length());
        int slash = location.indexOf('/');
        try {
            return services.s3()
                    .getObject(
                            request -> request.bucket(location.substring(0, Math.max(slash, 0)))
                                    .key(location.substring(slash + 1)),
                            ResponseTransformer.toBytes())
                    .asUtf8String();
        } catch (AwsServiceException e) {
            var details = e.awsErrorDetails();
            throw new BuildFailure(
                    "YAML_FILE_ERROR", details == null ? arn : details.errorCode() + ": " + details.errorMessage());
        }
    }

    private void runtimes(Buildspec spec) {
        var runtimes = spec.phase("install").runtimes();
        if (runtimes.isEmpty()) {
            log.agent("No runtime version selected in buildspec.");
        }
        runtimes.forEach((name, version) ->
                log.agent("Selecting '" + name + "' runtime version '" + version + "' based on manual selections..."));
    }

    private void phases(Buildspec spec) {
        log.agent("Phases found in YAML: " + spec.phases().size());
        for (var name : List.of("install", "pre_build", "build", "post_build")) {
            if (spec.phases().containsKey(name)) {
                log.agent(" " + name.toUpperCase(Locale.ROOT) + ": "
                        + spec.phase(name).commands().size() + " commands");
            }
        }
    }
}
