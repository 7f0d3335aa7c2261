package companion.practice.codebuild.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.codebuild.shell.Call;
import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.Images;
import companion.practice.world.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The docker commands about images that are there: tag, push, pull, list, inspect, remove. */
record ImageCommands(DockerEngine engine, Images images) {

    int tag(List<String> words) throws DockerException {
        if (words.size() != 2) {
            throw new DockerException("docker: 'docker tag' requires 2 arguments\n\n"
                    + "Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]");
        }
        var source = Reference.parse(words.getFirst());
        var image = engine.find(source);
        if (image == null) {
            throw new DockerException(
                    "Error response from daemon: No such image: " + source.familiar() + ":" + source.tag());
        }
        engine.tag(Reference.parse(words.get(1)), image);
        return 0;
    }

    int push(Call call, List<String> words) throws DockerException {
        var operands = words.stream().filter(word -> !word.startsWith("-")).toList();
        if (operands.size() != 1) {
            throw new DockerException(
                    "docker: 'docker push' requires 1 argument\n\nUsage:  docker push [OPTIONS] NAME[:TAG]");
        }
        var reference = Reference.parse(operands.getFirst());
        call.println("The push refers to repository [" + reference.repository() + "]");
        var image = engine.find(reference);
        if (image == null) {
            throw new DockerException("An image does not exist locally with the tag: " + reference.familiar());
        }
        var layer =
                Blobs.sha256(image.digest().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        call.println(layer + ": Preparing");
        call.machine().clock().passMillis(400);
        if (reference.host().equals("docker.io")) {
            throw new DockerException("denied: requested access to the resource is denied");
        }
        if (!engine.logins.contains(reference.host())) {
            throw new DockerException("no basic auth credentials");
        }
        try {
            int size = images.push(image, reference.repository() + ":" + reference.tag());
            boolean first = engine.pushedLayers.add(reference.repository() + "@" + layer);
            call.machine().clock().passMillis(first ? 3200 : 300);
            call.println(layer + (first ? ": Pushed" : ": Layer already exists"));
            call.println(reference.tag() + ": digest: " + image.digest() + " size: " + size);
            return 0;
        } catch (Images.ImageNotFound e) {
            throw new DockerException(String.valueOf(e.getMessage()));
        }
    }

    int pull(Call call, List<String> words) throws DockerException {
        var operands = words.stream().filter(word -> !word.startsWith("-")).toList();
        if (operands.size() != 1) {
            throw new DockerException(
                    "docker: 'docker pull' requires 1 argument\n\nUsage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]");
        }
        var reference = Reference.parse(operands.getFirst());
        if (reference.host().contains(".dkr.ecr.") && !engine.logins.contains(reference.host())) {
            throw new DockerException("Error response from daemon: Head \"https://" + reference.host() + "/v2/"
                    + reference.repository().substring(reference.host().length() + 1) + "/manifests/" + reference.tag()
                    + "\": no basic auth credentials");
        }
        try {
            var image = images.pull(operands.getFirst());
            call.println(reference.tag() + ": Pulling from "
                    + reference.repository().substring(reference.host().length() + 1));
            call.machine().clock().passMillis(2500);
            call.println("Digest: " + image.digest() + "\nStatus: Downloaded newer image for " + reference.familiar()
                    + ":" + reference.tag() + "\n" + reference);
            engine.tag(reference, image);
            return 0;
        } catch (Images.ImageNotFound e) {
            throw new DockerException("Error response from daemon: " + e.getMessage());
        }
    }

    int list(Call call, List<String> words) throws DockerException {
        boolean quiet = words.contains("-q") || words.contains("--quiet");
        var wanted = words.stream().filter(word -> !word.startsWith("-")).findFirst();
        if (!quiet) {
            call.println(row("REPOSITORY", "TAG", "IMAGE ID"));
        }
        for (var entry : engine.images.entrySet()) {
            var reference = Reference.parse(entry.getKey());
            if (wanted.isPresent() && !wanted.get().replaceFirst(":[^/]*$", "").equals(reference.familiar())) {
                continue;
            }
            var id = entry.getValue().digest().substring("sha256:".length()).substring(0, 12);
            call.println(quiet ? id : row(reference.familiar(), reference.tag(), id));
        }
        return 0;
    }

    private static String row(String repository, String tag, String id) {
        return String.format("%-70s %-20s %s", repository, tag, id).stripTrailing();
    }

    int remove(Call call, List<String> words) throws DockerException {
        for (var word : words.stream().filter(each -> !each.startsWith("-")).toList()) {
            if (engine.images.remove(Reference.parse(word).toString()) == null) {
                throw new DockerException("Error response from daemon: No such image: " + word);
            }
            call.println("Untagged: " + word);
        }
        return 0;
    }

    int inspect(Call call, List<String> words) throws DockerException {
        var json = new ObjectMapper();
        var all = json.createArrayNode();
        for (var word : words.stream().filter(each -> !each.startsWith("-")).toList()) {
            var image = engine.find(Reference.parse(word));
            if (image == null) {
                call.println("[]");
                throw new DockerException("Error: No such object: " + word);
            }
            all.add(describe(json, word, image));
        }
        try {
            call.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
            return 0;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always printable", e);
        }
    }

    private static ObjectNode describe(ObjectMapper json, String name, ContainerImage image) {
        var node = json.createObjectNode();
        node.put("Id", image.digest());
        node.putArray("RepoTags").add(name);
        node.put("Architecture", image.architecture());
        node.put("Os", image.os());
        var config = node.putObject("Config");
        var environment = config.putArray("Env");
        image.environment().forEach((key, value) -> environment.add(key + "=" + value));
        image.entrypoint().forEach(config.putArray("Entrypoint")::add);
        image.command().forEach(config.putArray("Cmd")::add);
        config.put("WorkingDir", image.workingDirectory() == null ? "" : image.workingDirectory());
        var ports = config.putObject("ExposedPorts");
        image.exposedPorts().forEach(port -> ports.putObject(port + "/tcp"));
        return node;
    }
}
