package companion.practice.codebuild;

import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Zip;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.BranchDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CodeCommitException;
import software.amazon.awssdk.services.codecommit.model.FileModeTypeEnum;

/** Puts the source of a build into its container. */
record SourceFiles(Services services, Place place, FileTree files) {

    /**
     * Where the source ended up.
     *
     * @param directory the primary source's
     * @param others further directories by artifact name
     */
    record Placed(String directory, Map<String, String> others) {}

    /** @param root {@code /codebuild/output/src…} */
    Placed fetch(BuildJob job, String root) throws BuildFailure {
        try {
            return switch (job.settings.source().type()) {
                case CODEPIPELINE -> pipeline(Objects.requireNonNull(job.pipeline), root + "/src");
                case S3 -> s3(job, root + "/src");
                case CODECOMMIT -> codeCommit(job, root + "/src");
                case NO_SOURCE -> {
                    files.makeDirectories(root + "/src");
                    yield new Placed(root + "/src", Map.of());
                }
                default ->
                    throw new BuildFailure(
                            "CLIENT_ERROR",
                            "source type " + job.settings.source().typeAsString()
                                    + " cannot be reached from the practice cloud");
            };
        } catch (FileProblem e) {
            throw new BuildFailure("CLIENT_ERROR", e.reason());
        }
    }

    /** One input lies in {@code src} itself; several each have a directory of their own. */
    private Placed pipeline(PipelineBuilds.Request request, String src) throws BuildFailure, FileProblem {
        var inputs = request.inputs();
        var others = new LinkedHashMap<String, String>();
        for (int i = 0; i < inputs.size(); i++) {
            var directory = inputs.size() == 1 ? src : src + String.format("/s3/%02d", i);
            unzip(object(inputs.get(i).bucket(), inputs.get(i).key()), directory);
            if (i > 0) {
                others.put(inputs.get(i).name(), directory);
            }
        }
        files.makeDirectories(src);
        return new Placed(inputs.size() == 1 ? src : src + "/s3/00", others);
    }

    private Placed s3(BuildJob job, String src) throws BuildFailure, FileProblem {
        var location = job.settings.source().location().replaceFirst("^arn:aws:s3:::", "");
        int slash = location.indexOf('/');
        if (slash < 0) {
            throw new BuildFailure("CLIENT_ERROR", "invalid S3 source location: " + location);
        }
        var bucket = location.substring(0, slash);
        var key = location.substring(slash + 1);
        files.makeDirectories(src);
        if (!key.endsWith("/")) {
            unzip(object(bucket, key), src);
            return new Placed(src, Map.of());
        }
        for (var each : services.s3()
                .listObjectsV2(request -> request.bucket(bucket).prefix(key))
                .contents()) {
            if (!each.key().endsWith("/")) {
                files.install(src + "/" + each.key().substring(key.length()), object(bucket, each.key()), false);
            }
        }
        return new Placed(src, Map.of());
    }

    private byte[] object(String bucket, String key) throws BuildFailure {
        try {
            return services.s3()
                    .getObject(request -> request.bucket(bucket).key(key), ResponseTransformer.toBytes())
                    .asByteArray();
        } catch (AwsServiceException e) {
            throw unreachable(e, "arn:aws:s3:::" + bucket + "/" + key);
        }
    }

    private static BuildFailure unreachable(AwsServiceException e, String version) {
        var details = e.awsErrorDetails();
        var reason = details == null ? "" : details.errorCode() + ": " + details.errorMessage();
        return new BuildFailure("CLIENT_ERROR", reason + " for primary source and source version " + version);
    }

    private void unzip(byte[] archive, String directory) throws FileProblem {
        files.makeDirectories(directory);
        for (var entry : Zip.unpack(archive).entrySet()) {
            files.install(
                    directory + "/" + entry.getKey(),
                    entry.getValue().bytes(),
                    entry.getValue().executable());
        }
    }

    private Placed codeCommit(BuildJob job, String src) throws BuildFailure, FileProblem {
        var location = job.settings.source().location();
        var repository = location.substring(location.lastIndexOf('/') + 1);
        var directory = src + "/git-codecommit." + place.region() + ".amazonaws.com/v1/repos/" + repository;
        files.makeDirectories(directory);
        var client = services.codeCommit();
        try {
            var commit = commit(client, repository, job.sourceVersion == null ? "" : job.sourceVersion);
            job.resolvedSourceVersion = commit;
            folder(client, repository, commit, "/", directory);
        } catch (CodeCommitException e) {
            throw unreachable(e, String.valueOf(job.sourceVersion));
        }
        return new Placed(directory, Map.of());
    }

    private static String commit(CodeCommitClient client, String repository, String version) throws BuildFailure {
        var name = version.replaceFirst("^refs/heads/", "");
        if (name.isEmpty()) {
            name = client.getRepository(request -> request.repositoryName(repository))
                    .repositoryMetadata()
                    .defaultBranch();
            if (name == null) {
                throw new BuildFailure("CLIENT_ERROR", "reference not found for primary source");
            }
        }
        var branch = name;
        try {
            return client.getBranch(
                            request -> request.repositoryName(repository).branchName(branch))
                    .branch()
                    .commitId();
        } catch (BranchDoesNotExistException e) {
            return client.getCommit(
                            request -> request.repositoryName(repository).commitId(branch))
                    .commit()
                    .commitId();
        }
    }

    private void folder(CodeCommitClient client, String repository, String commit, String path, String directory)
            throws FileProblem {
        var folder = client.getFolder(request ->
                request.repositoryName(repository).commitSpecifier(commit).folderPath(path));
        for (var file : folder.files()) {
            var content = client.getFile(request ->
                    request.repositoryName(repository).commitSpecifier(commit).filePath(file.absolutePath()));
            boolean executable = file.fileMode() == FileModeTypeEnum.EXECUTABLE;
            files.install(
                    directory + "/" + file.absolutePath(), content.fileContent().asByteArray(), executable);
        }
        for (var below : folder.subFolders()) {
            folder(client, repository, commit, below.absolutePath(), directory);
        }
    }
}
