package companion.practice.fabric;

import java.util.List;
import java.util.Map;

/**
 * Container images by reference, as a container engine pulls and pushes them: the account's ECR repositories, and the public
 * images that the practice cloud offers by itself.
 */
public interface Images {

    /**
     * Finds an image.
     *
     * @param reference as in a Dockerfile or a task definition: {@code …dkr.ecr…/repo:tag}, {@code …@sha256:…},
     *     {@code public.ecr.aws/nginx/nginx:latest}
     * @throws ImageNotFound with the text of the engine's pull error
     */
    ContainerImage pull(String reference) throws ImageNotFound;

    /**
     * Makes an image of another one plus a layer with some files, as {@code docker build} does, and keeps it unpushed.
     *
     * @param base the image in FROM
     * @param added absolute path to bytes; as in a layer, an empty file {@code .wh.name} takes {@code name} away
     * @param configuration replaces parts of the base's: {@code Entrypoint}, {@code Cmd}, {@code WorkingDir},
     *     {@code Env} (KEY=VALUE), {@code ExposedPorts} (80/tcp), {@code Labels} (KEY=VALUE)
     * @param history the Dockerfile's instructions
     */
    ContainerImage build(
            ContainerImage base, Map<String, byte[]> added, Map<String, List<String>> configuration, List<String> history);

    /**
     * Pushes an image that was pulled or built to an ECR repository of the account.
     *
     * @return the size of the manifest in bytes, which {@code docker push} prints
     * @throws ImageNotFound if the registry refuses, with its text: no such repository, or a tag that may not be moved
     */
    int push(ContainerImage image, String reference) throws ImageNotFound;

    /** There is no such repository, tag or digest. */
    final class ImageNotFound extends Exception {
        private static final long serialVersionUID = 1;

        public ImageNotFound(String message) {
            super(message);
        }
    }
}
