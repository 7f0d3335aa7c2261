package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.nio.file.Files;
import java.util.List;
import java.util.SequencedMap;

/** Puts files into the working copy that are not there yet; what the learner has changed stays. */
public final class CopyFilesStep extends AwsStep {
    private final Clone clone;
    private final SequencedMap<String, byte[]> files;

    /** @param files name to content */
    public CopyFilesStep(Title title, Clone clone, SequencedMap<String, byte[]> files) {
        super(clone.site(), title);
        this.clone = clone;
        this.files = files;
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.local(
                service(), operation(), "cp " + String.join(" ", files.keySet()) + " " + clone.folder() + "/"));
    }

    @Override
    public Check check() {
        var missing = files.keySet().stream()
                .filter(name -> !Files.exists(clone.folder().resolve(name)))
                .toList();
        return missing.isEmpty()
                ? Check.found(
                        String.join(", ", files.keySet()),
                        new Output("Working copy", clone.folder().toString(), Output.Kind.FOLDER))
                : new Check.Missing("Not in the working copy: " + String.join(", ", missing));
    }

    @Override
    public void run(Progress progress) throws Exception {
        var names = String.join(", ", files.keySet());
        aws().trace().record(service(), operation(), names, plan().getFirst().cli(), () -> {
            for (var file : files.entrySet()) {
                var path = clone.folder().resolve(file.getKey());
                if (!Files.exists(path)) {
                    Files.write(path, file.getValue());
                }
            }
            return names;
        });
    }
}
