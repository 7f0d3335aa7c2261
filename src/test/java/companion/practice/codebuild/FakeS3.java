package companion.practice.codebuild;

import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Zip;
import companion.practice.fabric.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects by {@code bucket/key}. */
final class FakeS3 implements S3Client {
    final Map<String, byte[]> objects = new TreeMap<>();

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        var bytes = objects.get(request.bucket() + "/" + request.key());
        if (bytes == null) {
            throw Fault.of(NoSuchKeyException.builder(), 404, "NoSuchKey", "The specified key does not exist.");
        }
        try {
            return transformer.transform(
                    GetObjectResponse.builder().build(), AbortableInputStream.create(new ByteArrayInputStream(bytes)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        try (var content = body.contentStreamProvider().newStream()) {
            objects.put(request.bucket() + "/" + request.key(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PutObjectResponse.builder().build();
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        var prefix = request.bucket() + "/" + (request.prefix() == null ? "" : request.prefix());
        return ListObjectsV2Response.builder()
                .isTruncated(false)
                .contents(objects.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(prefix))
                        .map(entry -> S3Object.builder()
                                .key(entry.getKey().substring(request.bucket().length() + 1))
                                .size((long) entry.getValue().length)
                                .build())
                        .toList())
                .build();
    }

    void zip(String location, Map<String, String> files) {
        var entries = new LinkedHashMap<String, FileTree.File>();
        files.forEach((name, text) ->
                entries.put(name, new FileTree.File(text.getBytes(StandardCharsets.UTF_8), false, Instant.EPOCH)));
        objects.put(location, Zip.pack(entries));
    }

    Map<String, String> unzip(String location) {
        var files = new TreeMap<String, String>();
        try {
            Zip.unpack(objects.get(location))
                    .forEach((name, file) -> files.put(name, new String(file.bytes(), StandardCharsets.UTF_8)));
        } catch (FileProblem e) {
            throw new AssertionError(e);
        }
        return files;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
