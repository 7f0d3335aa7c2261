package companion.source;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.ProgressMonitor;

/** JGit's progress in a few words: {@code writing objects, 4 of 4}. Ends the work when the learner interrupts it. */
final class GitProgress implements ProgressMonitor {
    private final BiConsumer<String, Double> listener;
    private String task = "";
    private int total;
    private int done;

    GitProgress(BiConsumer<String, Double> listener) {
        this.listener = listener;
    }

    @Override
    public void start(int totalTasks) {}

    @Override
    public void beginTask(String title, int totalWork) {
        task = title.toLowerCase(Locale.ROOT);
        total = totalWork;
        done = 0;
        listener.accept(task, -1.0);
    }

    @Override
    public void update(int completed) {
        done += completed;
        if (total > 0) {
            listener.accept(task + ", " + done + " of " + total, Math.min(1.0, (double) done / total));
        }
    }

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void showDuration(boolean enabled) {}
}
