package companion.practice.codebuild.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables of a shell, and which of them its programs see. */
final class Variables {
    private record Variable(String value, boolean exported, boolean readOnly) {}

    private final Map<String, Variable> all = new LinkedHashMap<>();

    Variables() {}

    Variables(Variables other) {
        all.putAll(other.all);
    }

    @Nullable
    String get(String name) {
        var variable = all.get(name);
        return variable == null ? null : variable.value();
    }

    /** @throws ShellError if it is read-only */
    void set(String name, String value) {
        var old = all.get(name);
        if (old != null && old.readOnly()) {
            throw new ShellError(name + ": readonly variable", 1);
        }
        all.put(name, new Variable(value, old != null && old.exported(), false));
    }

    void export(String name) {
        var old = all.get(name);
        if (old != null) {
            all.put(name, new Variable(old.value(), true, old.readOnly()));
        }
    }

    void exportAs(String name, String value) {
        set(name, value);
        export(name);
    }

    void protect(String name) {
        var old = all.get(name);
        all.put(name, new Variable(old == null ? "" : old.value(), old != null && old.exported(), true));
    }

    void unset(String name) {
        all.remove(name);
    }

    Map<String, String> everything() {
        var values = new TreeMap<String, String>();
        all.forEach((name, variable) -> values.put(name, variable.value()));
        return values;
    }

    Map<String, String> exported() {
        var values = new TreeMap<String, String>();
        all.forEach((name, variable) -> {
            if (variable.exported()) {
                values.put(name, variable.value());
            }
        });
        return values;
    }
}
