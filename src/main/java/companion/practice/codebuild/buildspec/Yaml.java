package companion.practice.codebuild.buildspec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML node with the little that a buildspec asks of it; lines count from 1. */
record Yaml(Node node) {

    static Yaml parse(String text) throws BuildspecException {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder()
                            .setMaxAliasesForCollections(20)
                            .build())
                    .composeString(text);
            if (root.isEmpty()) {
                throw new BuildspecException("empty buildspec");
            }
            return new Yaml(root.get());
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark()
                    .map(mark -> " at line " + (mark.getLine() + 1))
                    .orElse("");
            throw new BuildspecException(e.getProblem() + line);
        } catch (YamlEngineException e) {
            throw new BuildspecException(String.valueOf(e.getMessage()));
        }
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isNull() {
        return node instanceof ScalarNode scalar
                && (scalar.getValue().isEmpty() || scalar.getValue().matches("null|~"));
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** The text of a scalar, as it was written: {@code 0.2} stays {@code 0.2}. */
    String text(String what) throws BuildspecException {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BuildspecException("Expected " + what + " to be of string type at line " + line());
    }

    Map<String, Yaml> map(String what) throws BuildspecException {
        var entries = new LinkedHashMap<String, Yaml>();
        if (isNull()) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw new BuildspecException("Expected " + what + " to be a map at line " + line());
        }
        for (var tuple : mapping.getValue()) {
            entries.put(new Yaml(tuple.getKeyNode()).text("a key of " + what), new Yaml(tuple.getValueNode()));
        }
        return entries;
    }

    /** The elements of a sequence; a scalar counts as one element. */
    List<Yaml> list(String what) throws BuildspecException {
        if (isNull()) {
            return List.of();
        }
        if (isScalar()) {
            return List.of(this);
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw new BuildspecException("Expected " + what + " to be a list at line " + line());
        }
        return sequence.getValue().stream().map(Yaml::new).toList();
    }

    static Map<String, String> texts(@Nullable Yaml yaml, String what) throws BuildspecException {
        var texts = new LinkedHashMap<String, String>();
        if (yaml != null) {
            for (var entry : yaml.map(what).entrySet()) {
                texts.put(entry.getKey(), entry.getValue().text(what + "/" + entry.getKey()));
            }
        }
        return texts;
    }

    static List<String> textList(@Nullable Yaml yaml, String what) throws BuildspecException {
        var texts = new ArrayList<String>();
        if (yaml != null) {
            for (var element : yaml.list(what)) {
                texts.add(element.text(what));
            }
        }
        return texts;
    }

    static @Nullable String textOrNull(@Nullable Yaml yaml, String what) throws BuildspecException {
        return yaml == null || yaml.isNull() ? null : yaml.text(what);
    }
}
