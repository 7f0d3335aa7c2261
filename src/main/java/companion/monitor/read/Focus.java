package companion.monitor.read;

import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of a pipeline's actions a release is about, where it has several of a kind: staging and production, say. */
final class Focus {
    static final Set<String> BUILDS = Set.of("CodeBuild");
    static final Set<String> DEPLOYS = Set.of(ServicePlaces.BLUE_GREEN, ServicePlaces.ROLLING, "CodeDeploy");

    private Focus() {}

    record Found(StageSnapshot stage, ActionSnapshot action) {}

    /**
     * Of the stages that show the latest execution: the action that runs or failed, or else the last one that ran.
     *
     * @param readable whether what an action works on can be read
     */
    static Optional<Found> current(PipelineSnapshot pipeline, Set<String> providers, Predicate<Found> readable) {
        var ran = all(pipeline, providers)
                .filter(readable)
                .filter(found -> pipeline.isCurrent(found.stage()) && found.action().externalId() != null)
                .toList();
        return ran.stream()
                .filter(found -> switch (found.action().status()) {
                    case IN_PROGRESS, WAITING, FAILED -> true;
                    default -> false;
                })
                .findFirst()
                .or(() -> ran.stream().reduce((first, second) -> second));
    }

    /** The same, or else the first that is declared: it is where a release goes, even before it has. */
    static Optional<Found> any(PipelineSnapshot pipeline, Set<String> providers, Predicate<Found> readable) {
        return current(pipeline, providers, readable)
                .or(() -> all(pipeline, providers).filter(readable).findFirst());
    }

    /** The one of the stages that show the latest execution; none where there are several. */
    static Optional<Found> only(PipelineSnapshot pipeline, Set<String> providers) {
        var found = all(pipeline, providers).toList();
        return found.size() == 1 && pipeline.isCurrent(found.getFirst().stage()) ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Stream<Found> all(PipelineSnapshot pipeline, Set<String> providers) {
        return pipeline.stages().stream()
                .flatMap(stage -> stage.actions().stream().map(action -> new Found(stage, action)))
                .filter(found -> providers.contains(found.action().provider()));
    }
}
