package companion.workshop;

import java.util.List;

/**
 * A workshop: its stages in order, and how to tell that nothing of it is left.
 *
 * @param id as on the command line, for example {@code blue-green}
 * @param title for example {@code Blue/green on Fargate}
 * @param stages in the order in which they are run
 * @param cleanUp how everything is removed again
 */
public record Workshop(String id, String title, String summary, List<Stage> stages, CleanUp cleanUp) {
    public Workshop {
        stages = List.copyOf(stages);
    }

    /** @throws IllegalArgumentException if there is no such stage */
    public Stage stage(String stageId) {
        return stages.stream()
                .filter(stage -> stage.id().equals(stageId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stage " + stageId + " in " + id + ". Stages: "
                        + String.join(", ", stages.stream().map(Stage::id).toList())));
    }
}
