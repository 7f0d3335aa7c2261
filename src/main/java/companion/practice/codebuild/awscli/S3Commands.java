package companion.practice.codebuild.awscli;

import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Glob;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** {@code aws s3}: cp, mv, sync, ls and rm. */
record S3Commands(Call call, S3Client s3, CommandLine line) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A bucket and a key or its beginning. */
    private record Location(String bucket, String key) {
        static @Nullable Location parse(String text) {
            if (!text.startsWith("s3://")) {
                return null;
            }
            var rest = text.substring("s3://".length());
            int slash = rest.indexOf('/');
            return slash < 0
                    ? new Location(rest, "")
                    : new Location(rest.substring(0, slash), rest.substring(slash + 1));
        }

        @Override
        public String toString() {
            return "s3://" + bucket + "/" + key;
        }
    }

    int run(String command) throws CliException {
        var operands =
                new ArrayList<>(line.operands().subList(2, line.operands().size()));
        try {
            return switch (command) {
                case "ls" -> list(operands);
                case "cp", "mv", "sync" -> transfer(command, operands);
                case "rm" -> remove(operands);
                default ->
                    throw CliException.usage(
                            "argument subcommand: Invalid choice, valid choices are:\n\nls | cp | mv | rm | sync");
            };
        } catch (AwsServiceException e) {
            var details = e.awsErrorDetails();
            throw new CliException(
                    1,
                    "fatal error: An error occurred (" + (details == null ? "Unknown" : details.errorCode()) + "): "
                            + (details == null ? e.getMessage() : details.errorMessage()));
        } catch (FileProblem e) {
            throw new CliException(1, e.reason());
        }
    }

    private int list(List<String> operands) {
        if (operands.isEmpty()) {
            s3.listBuckets()
                    .buckets()
                    .forEach(bucket -> call.println(WHEN.format(bucket.creationDate()) + " " + bucket.name()));
            return 0;
        }
        var text = operands.getFirst();
        var location = Location.parse(text.startsWith("s3://") ? text : "s3://" + text);
        if (location == null) {
            return 1;
        }
        var folders = new ArrayList<String>();
        boolean any = false;
        for (var object : objects(location)) {
            any = true;
            int start = location.key().lastIndexOf('/') + 1;
            int slash = object.key().indexOf('/', location.key().length());
            if (slash >= 0 && !line.has("recursive")) {
                var folder = object.key().substring(start, slash + 1);
                if (!folders.contains(folder)) {
                    folders.add(folder);
                    call.println(String.format("%31s%s", "PRE ", folder));
                }
                continue;
            }
            var when = object.lastModified() == null ? Instant.EPOCH : object.lastModified();
            call.println(String.format(
                    "%s %10d %s",
                    WHEN.format(when),
                    object.size(),
                    line.has("recursive") ? object.key() : object.key().substring(start)));
        }
        return any || location.key().isEmpty() ? 0 : 1;
    }

    private List<S3Object> objects(Location location) {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(location.bucket()).prefix(location.key()))
                .contents()
                .stream()
                .toList();
    }

    private int transfer(String command, List<String> operands) throws CliException, FileProblem {
        if (operands.size() != 2) {
            throw CliException.usage("the following arguments are required: paths");
        }
        var from = Location.parse(operands.getFirst());
        var to = Location.parse(operands.get(1));
        boolean many = command.equals("sync") || line.has("recursive");
        if (from == null && to == null) {
            throw CliException.usage(
                    "Invalid argument type: <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>");
        }
        if (from == null) {
            return upload(operands.getFirst(), Objects.requireNonNull(to), many, command.equals("mv"));
        }
        var sources = many ? objects(folder(from)).stream().map(S3Object::key).toList() : List.of(from.key());
        for (var key : sources) {
            var name = many ? key.substring(folder(from).key().length()) : FileTree.name("/" + key);
            var bytes = s3.getObject(request -> request.bucket(from.bucket()).key(key), ResponseTransformer.toBytes())
                    .asByteArray();
            var source = new Location(from.bucket(), key);
            if (to != null) {
                var target = many || to.key().isEmpty() || to.key().endsWith("/")
                        ? new Location(to.bucket(), folder(to).key() + name)
                        : to;
                s3.putObject(
                        request -> request.bucket(target.bucket()).key(target.key()), RequestBody.fromBytes(bytes));
                report("copy: " + source + " to " + target);
            } else if (operands.get(1).equals("-")) {
                call.io().out().write(bytes);
            } else {
                download(operands.get(1), name, many, bytes, source);
            }
            if (command.equals("mv")) {
                s3.deleteObject(request -> request.bucket(from.bucket()).key(key));
            }
        }
        return 0;
    }

    private void download(String typed, String name, boolean many, byte[] bytes, Location source) throws FileProblem {
        var target = call.path(typed);
        boolean into = many || typed.endsWith("/") || call.files().isDirectory(target);
        var path = into ? FileTree.resolve(target, name) : target;
        call.files().install(path, bytes, false);
        report("download: " + source + " to "
                + (path.startsWith(call.directory() + "/")
                        ? "./" + path.substring(call.directory().length() + 1)
                        : path));
    }

    private int upload(String typed, Location to, boolean many, boolean move) throws CliException, FileProblem {
        if (typed.equals("-")) {
            var bytes = call.io().in().readAll();
            s3.putObject(request -> request.bucket(to.bucket()).key(to.key()), RequestBody.fromBytes(bytes));
            return 0;
        }
        var root = call.path(typed);
        if (!call.files().exists(root)) {
            throw new CliException(255, "\nThe user-provided path " + typed + " does not exist.");
        }
        var paths = many ? call.files().under(root) : List.of(root);
        for (var path : paths) {
            if (!call.files().isFile(path) || isExcluded(path.substring(Math.min(path.length(), root.length() + 1)))) {
                continue;
            }
            var key = many
                    ? folder(to).key() + path.substring(root.length() + 1)
                    : to.key().isEmpty() || to.key().endsWith("/") ? to.key() + FileTree.name(path) : to.key();
            var target = new Location(to.bucket(), key);
            var bytes = call.files().read(path);
            if (!isSame(target, bytes)) {
                s3.putObject(request -> request.bucket(target.bucket()).key(key), RequestBody.fromBytes(bytes));
                report("upload: " + (many ? typed.replaceFirst("/$", "") + path.substring(root.length()) : typed)
                        + " to " + target);
            }
            if (move) {
                call.files().delete(path);
            }
        }
        return 0;
    }

    /** sync leaves what is there already. */
    private boolean isSame(Location target, byte[] bytes) {
        if (!line.operands().get(1).equals("sync")) {
            return false;
        }
        return objects(target).stream()
                .anyMatch(object -> object.key().equals(target.key())
                        && object.size() == bytes.length
                        && Arrays.equals(
                                bytes,
                                s3.getObject(
                                                request -> request.bucket(target.bucket())
                                                        .key(target.key()),
                                                ResponseTransformer.toBytes())
                                        .asByteArray()));
    }

    private boolean isExcluded(String name) {
        return line.options().getOrDefault("exclude", List.of()).stream()
                .anyMatch(glob -> Glob.compile(glob, true).matcher(name).matches());
    }

    private int remove(List<String> operands) throws CliException {
        var location = operands.isEmpty() ? null : Location.parse(operands.getFirst());
        if (location == null) {
            throw CliException.usage("the following arguments are required: paths");
        }
        var keys = line.has("recursive")
                ? objects(location).stream().map(S3Object::key).toList()
                : List.of(location.key());
        for (var key : keys) {
            s3.deleteObject(request -> request.bucket(location.bucket()).key(key));
            report("delete: " + new Location(location.bucket(), key));
        }
        return 0;
    }

    private static Location folder(Location location) {
        return location.key().isEmpty() || location.key().endsWith("/")
                ? location
                : new Location(location.bucket(), location.key() + "/");
    }

    private void report(String text) {
        if (!line.has("quiet") && !line.has("only-show-errors")) {
            call.println(text);
        }
    }
}
