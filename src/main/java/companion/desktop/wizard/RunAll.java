package companion.desktop.wizard;

import companion.desktop.fx.Background;
import companion.workshop.Session;
import companion.workshop.SessionState.StageState;
import companion.workshop.StageStatus;

/** Runs all stages that are left, one after the other, until one does not end well or it is stopped. */
final class RunAll {
    private final Session session;
    private volatile boolean going;

    RunAll(Session session) {
        this.session = session;
    }

    /** Starts, unless it is under way. Returns at once. */
    void start() {
        if (!going) {
            going = true;
            Background.run("run-all", this::run);
        }
    }

    private void run() {
        try {
            for (StageState stage : session.state().stages()) {
                if (stage.status() != StageStatus.DONE
                        && (!going || !session.runStage(stage.stage().id()).await())) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            going = false;
        }
    }

    /** Starts no other stage. */
    void stop() {
        going = false;
    }

    boolean isGoing() {
        return going;
    }
}
