package companion.practice.traffic;

import companion.practice.traffic.Answer.Forward;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Chooses the target of each request: groups by weight, then their targets in turn. Counts what it chose. Thread-safe. */
final class Balancer {
    private final Map<Spot, SmoothWeights> weights = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> turns = new ConcurrentHashMap<>();

    /** A choice to make: on each listener the weights hold by themselves. */
    private record Spot(int loopbackPort, Forward forward) {}

    /** The target, or null if all weights are 0 or the chosen group has none. */
    @Nullable Address choose(
            int loopbackPort, Forward forward, Map<String, List<Address>> targets) {
        var group = weights.computeIfAbsent(
                        new Spot(loopbackPort, forward), s -> new SmoothWeights(forward.shares()))
                .next();
        if (group == null) {
            return null;
        }
        long turn = turns.computeIfAbsent(group, g -> new AtomicLong()).getAndIncrement();
        var candidates = targets.getOrDefault(group, List.of());
        return candidates.isEmpty() ? null : candidates.get((int) (turn % candidates.size()));
    }

    /** How many requests a group got, with those that found it empty. */
    long requests(String targetGroupArn) {
        var turn = turns.get(targetGroupArn);
        return turn == null ? 0 : turn.get();
    }

    /** Forgets the state of weights that are no longer in force. */
    void keep(Routing inForce) {
        weights.keySet()
                .retainAll(inForce.entrances().stream()
                        .flatMap(e -> e.rules().stream()
                                .filter(r -> r.answer() instanceof Forward)
                                .map(r -> new Spot(e.loopbackPort(), (Forward) r.answer())))
                        .toList());
    }
}
