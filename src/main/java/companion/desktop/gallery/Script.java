package companion.desktop.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One mapping of the script file, read by key; what is missing reads as empty. */
record Script(Map<?, ?> map) {

    static Script read(String resource) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            return new Script((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key) {
        return has(key) ? String.valueOf(map.get(key)).strip() : "";
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    double number(String key) {
        return has(key) ? Double.parseDouble(text(key)) : 0;
    }

    Script child(String key) {
        return new Script(map.get(key) instanceof Map<?, ?> child ? child : Map.of());
    }

    List<Script> children(String key) {
        return list(key).stream().map(child -> new Script((Map<?, ?>) child)).toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /** Rows written as lists: the cells as text. */
    List<List<String>> rows(String key) {
        return list(key).stream()
                .map(row -> ((List<?>) row).stream().map(String::valueOf).toList())
                .toList();
    }

    private List<?> list(String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }
}
