package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.FileTree;
import companion.practice.fabric.ContainerImage;
import companion.practice.world.Blobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A stage while it is built: its base, what was added to it, and how its configuration changed. */
final class StageImage {
    final ContainerImage base;
    final Map<String, byte[]> added = new TreeMap<>();
    final Map<String, List<String>> configuration = new LinkedHashMap<>();
    final List<String> history = new ArrayList<>();
    final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> ports = new ArrayList<>();
    String directory;

    StageImage(ContainerImage base) {
        this.base = base;
        this.directory =
                base.workingDirectory() == null || base.workingDirectory().isEmpty() ? "/" : base.workingDirectory();
        variables.putAll(base.environment());
        environment.putAll(base.environment());
        base.exposedPorts().forEach(port -> ports.add(port + "/tcp"));
    }

    /** A stage that goes on from another one. */
    StageImage(StageImage other) {
        this(other.base);
        added.putAll(other.added);
        configuration.putAll(other.configuration);
        history.addAll(other.history);
        environment.putAll(other.environment);
        variables.putAll(other.environment);
        labels.putAll(other.labels);
        ports.clear();
        ports.addAll(other.ports);
        directory = other.directory;
    }

    void environment(Map<String, String> values) {
        environment.putAll(values);
        variables.putAll(values);
        configuration.put(
                "Env",
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    void label(Map<String, String> values) {
        labels.putAll(values);
        configuration.put(
                "Labels",
                labels.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    void expose(String port) {
        var named = port.contains("/") ? port : port + "/tcp";
        if (!ports.contains(named)) {
            ports.add(named);
        }
        configuration.put("ExposedPorts", List.copyOf(ports));
    }

    void changeDirectory(String path) {
        directory = FileTree.resolve(directory, path);
        configuration.put("WorkingDir", List.of(directory));
    }

    /** All files of the stage by path relative to the root. */
    BuildContext asContext(Blobs blobs) {
        var all = new TreeMap<String, byte[]>();
        base.files().forEach((path, sha) -> {
            if (blobs.has(sha)) {
                all.put(path.substring(1), blobs.get(sha));
            }
        });
        for (var entry : added.entrySet()) {
            var name = FileTree.name(entry.getKey());
            if (name.startsWith(".wh.")) {
                all.remove(FileTree.resolve(FileTree.parent(entry.getKey()), name.substring(4))
                        .substring(1));
            } else {
                all.put(entry.getKey().substring(1), entry.getValue());
            }
        }
        return new BuildContext(all);
    }

    void add(String path, byte[] bytes) {
        added.put(path, bytes);
        added.remove(FileTree.resolve(FileTree.parent(path), ".wh." + FileTree.name(path)));
    }

    /** Takes a file away: as in a layer, an empty file with a prefix to its name stands for that. */
    void remove(String path) {
        added.remove(path);
        if (base.files().containsKey(path)) {
            added.put(FileTree.resolve(FileTree.parent(path), ".wh." + FileTree.name(path)), new byte[0]);
        }
    }
}
