package companion.workshops.shared;

import companion.source.WorkingCopy;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Commits files of the working copy and pushes them; a file that is not there is written first. */
public final class CommitStep extends AwsStep {
    private final Clone clone;
    private final List<String> files;
    private final String message;
    private final @Nullable Callable<byte[]> content;
    private final boolean onlyFirst;

    private CommitStep(
            Title title,
            Clone clone,
            List<String> files,
            String message,
            @Nullable Callable<byte[]> content,
            boolean onlyFirst) {
        super(clone.site(), title);
        this.clone = clone;
        this.files = List.copyOf(files);
        this.message = message;
        this.content = content;
        this.onlyFirst = onlyFirst;
    }

    /** Commits and pushes files that are there. */
    public static CommitStep of(Title title, Clone clone, List<String> files, String message) {
        return new CommitStep(title, clone, files, message, null, false);
    }

    /** Commits and pushes files for the first time; what is changed in them later is another step's, or the learner's. */
    public static CommitStep adding(Title title, Clone clone, List<String> files, String message) {
        return new CommitStep(title, clone, files, message, null, true);
    }

    /** Writes one file unless it is there, commits and pushes it. */
    public static CommitStep writing(Title title, Clone clone, String file, Callable<byte[]> content, String message) {
        return new CommitStep(title, clone, List.of(file), message, content, false);
    }

    @Override
    public List<Call> plan() {
        return List.of(
                Calls.local(service(), operation(), """
                    git add %s
                    git commit -m '%s'
                    git push -u origin %s\
                    """.formatted(String.join(" ", files), message, clone.branch())));
    }

    @Override
    public Check check() throws Exception {
        var copy = clone.copy();
        if (!copy.exists()) {
            return new Check.Missing("No working copy in " + clone.folder());
        }
        if (!isCommitted(copy)) {
            return new Check.Missing("Not committed: " + String.join(", ", files));
        }
        var tip = copy.tip(clone.branch()).orElseThrow();
        var pushed = clone.pushed();
        return pushed.equals(Optional.of(tip.id()))
                ? Check.found(
                        clone.branch() + " is at " + tip.shortId() + ", " + tip.message(),
                        Output.text("Commit", tip.id()))
                : new Check.Missing(clone.branch() + " of " + clone.repository() + " is "
                        + pushed.map(id -> "at " + id.substring(0, 7)).orElse("not there yet") + ", your copy at "
                        + tip.shortId());
    }

    private boolean isCommitted(WorkingCopy copy) throws IOException {
        return onlyFirst ? copy.holds(files) : copy.isCommitted(files);
    }

    @Override
    public void run(Progress progress) throws Exception {
        var copy = clone.copy();
        if (content != null) {
            var file = clone.folder().resolve(files.getFirst());
            if (!Files.exists(file)) {
                progress.report("writing " + files.getFirst());
                var bytes = content.call();
                aws().trace()
                        .record(
                                "Local",
                                "write",
                                files.getFirst(),
                                "$EDITOR " + files.getFirst(),
                                () -> Files.write(file, bytes));
            }
        }
        progress.report("committing");
        if (!isCommitted(copy)) {
            copy.commit(files, message);
        }
        copy.push(clone.branch(), progress::report);
    }
}
