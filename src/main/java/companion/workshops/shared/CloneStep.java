package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Clones the repository into the learner's folder. A clone of an earlier repository is moved aside, never deleted. */
public final class CloneStep extends AwsStep {
    private final Clone clone;

    public CloneStep(Title title, Clone clone) {
        super(clone.site(), title);
        this.clone = clone;
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.local(
                service(), operation(), "git clone <CloneUrlHttp of " + clone.repository() + "> " + clone.folder()));
    }

    @Override
    public Check check() throws Exception {
        var repository = clone.metadata();
        if (repository.isEmpty()) {
            return new Check.Missing("No repository to clone yet");
        }
        var copy = clone.copy();
        if (!copy.exists()) {
            return isEmpty(clone.folder())
                    ? new Check.Missing("No clone in " + clone.folder())
                    : differs("content", "an empty folder, or none", "other files", false);
        }
        var id = copy.repositoryId();
        if (id.isEmpty()) {
            return differs("clone of", clone.repository(), "another Git repository", false);
        }
        if (!id.get().equals(repository.get().repositoryId())) {
            return differs(
                    "clone of", "the new " + clone.repository(), "one from an earlier run; it is moved aside", true);
        }
        var url = copy.remoteUrl().orElse("");
        return url.equals(repository.get().cloneUrlHttp())
                ? Check.found(
                        "Cloned into " + clone.folder(),
                        new Output("Working copy", clone.folder().toString(), Output.Kind.FOLDER))
                : differs("remote.origin.url", repository.get().cloneUrlHttp(), url, true);
    }

    private Check differs(String field, String expected, String found, boolean repairable) {
        return new Check.Differs(
                "Working copy " + clone.folder(), List.of(new Check.Difference(field, expected, found)), repairable);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void run(Progress progress) throws Exception {
        var repository = clone.existing();
        var copy = clone.copy();
        if (copy.exists()
                && copy.repositoryId().filter(repository.repositoryId()::equals).isPresent()) {
            copy.setRemoteUrl(clone.url());
            return;
        }
        if (copy.exists()) {
            moveAside();
        }
        copy.cloneFrom(clone.url(), repository.repositoryId(), clone.branch(), progress::report);
    }

    private void moveAside() throws Exception {
        var folder = clone.folder();
        for (int number = 1; ; number++) {
            var aside = folder.resolveSibling(folder.getFileName() + "-before-" + number);
            if (!Files.exists(aside)) {
                aws().trace()
                        .record(
                                "Local",
                                "move",
                                folder + " to " + aside,
                                "mv " + folder + " " + aside,
                                () -> Files.move(folder, aside));
                return;
            }
        }
    }
}
