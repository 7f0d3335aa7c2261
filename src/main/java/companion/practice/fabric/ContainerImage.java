package companion.practice.fabric;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container image as the practice cloud runs it: what of the configuration matters, and the files that its layers add up
 * to. Contents are blobs, so an image is small and equal images share their files.
 *
 * @param digest {@code sha256:…} of the manifest
 * @param architecture for example {@code amd64}
 * @param entrypoint and {@code command} as in the image configuration
 * @param exposedPorts container ports, for example 80
 * @param files absolute path to the SHA-256 of the file's bytes, whiteouts applied
 */
public record ContainerImage(
        String digest,
        String os,
        String architecture,
        List<String> entrypoint,
        List<String> command,
        Map<String, String> environment,
        @Nullable String workingDirectory,
        List<Integer> exposedPorts,
        Map<String, String> files) {}
