package companion.practice.codebuild;

import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Zip;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.Services;
import companion.practice.world.Blobs;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.codebuild.model.ArtifactNamespace;
import software.amazon.awssdk.services.codebuild.model.ArtifactPackaging;

/** The phase UPLOAD_ARTIFACTS: a build's files go to S3. */
record ArtifactUpload(Services services, ArtifactFiles files) {

    /**
     * Uploads all that the build has to deliver.
     *
     * @param expand replaces variables in an artifact's name
     * @return lines for the log
     */
    List<String> run(BuildJob job, Buildspec spec, UnaryOperator<String> expand) throws BuildFailure {
        return switch (job.settings.artifacts().type()) {
            case CODEPIPELINE -> pipeline(job, spec);
            case S3 -> spec.artifacts() == null ? List.of() : bucket(job, spec.artifacts(), expand);
            case null, default -> List.of();
        };
    }

    private List<String> pipeline(BuildJob job, Buildspec spec) throws BuildFailure {
        var outputs = job.pipeline == null ? List.<PipelineBuilds.Artifact>of() : job.pipeline.outputs();
        var lines = new ArrayList<String>();
        for (var output : outputs) {
            var artifacts = outputs.size() == 1
                    ? spec.artifacts()
                    : spec.secondaryArtifacts().get(output.name());
            if (artifacts == null && outputs.size() > 1) {
                throw new BuildFailure(
                        "CLIENT_ERROR",
                        "no definition for secondary artifact " + output.name() + " found in buildspec");
            }
            if (artifacts != null) {
                var selection = files.select(artifacts);
                lines.addAll(selection.lines());
                put(job, output.bucket(), output.key(), Zip.pack(selection.found()));
            }
        }
        return lines;
    }

    private List<String> bucket(BuildJob job, Buildspec.Artifacts artifacts, UnaryOperator<String> expand)
            throws BuildFailure {
        var target = job.settings.artifacts();
        var selection = files.select(artifacts);
        boolean named = Boolean.TRUE.equals(target.overrideArtifactName()) && artifacts.name() != null;
        var name = named ? expand.apply(artifacts.name()) : target.name();
        var parts = new ArrayList<String>();
        parts.add(target.path() == null ? "" : target.path());
        parts.add(target.namespaceType() == ArtifactNamespace.BUILD_ID ? job.uuid : "");
        parts.add(name.equals("/") ? "" : name);
        parts.replaceAll(part -> part.replaceAll("^/+|/+$", ""));
        parts.removeIf(String::isEmpty);
        var key = String.join("/", parts);
        if (target.packaging() == ArtifactPackaging.ZIP) {
            put(job, target.location(), key, Zip.pack(selection.found()));
        } else {
            for (Map.Entry<String, FileTree.File> file : selection.found().entrySet()) {
                put(
                        job,
                        target.location(),
                        key.isEmpty() ? file.getKey() : key + "/" + file.getKey(),
                        file.getValue().bytes());
            }
            job.artifactSha256 = null;
            job.artifactMd5 = null;
        }
        job.artifactLocation = "arn:aws:s3:::" + target.location() + "/" + key;
        return selection.lines();
    }

    private void put(BuildJob job, String bucket, String key, byte[] bytes) throws BuildFailure {
        try {
            services.s3().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        } catch (AwsServiceException e) {
            var details = e.awsErrorDetails();
            throw new BuildFailure(
                    "CLIENT_ERROR",
                    "Error in UPLOAD_ARTIFACTS phase: "
                            + (details == null ? e.getMessage() : details.errorCode() + ": " + details.errorMessage()));
        }
        job.artifactSha256 = Blobs.sha256(bytes);
        job.artifactMd5 = md5(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
