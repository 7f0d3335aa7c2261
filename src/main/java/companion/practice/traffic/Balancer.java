package companion.practice.traffic;

import companion.practice.traffic.Answer.Forward;
import companion.practice.traffic.Answer.Share;
import companion.practice.traffic.Routing.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the target of each request: groups by weight, then their targets in turn, unless a cookie says where the
 * client was before. Counts what it chose. Thread-safe.
 */
final class Balancer {
    private final Map<Spot, SmoothWeights> weights = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> turns = new ConcurrentHashMap<>();

    /** A choice to make: on each listener the weights hold by themselves. */
    private record Spot(int loopbackPort, Forward forward) {}

    /** @param cookies values of Set-Cookie headers that keep the client where it is */
    record Choice(Address target, List<String> cookies) {}

    /** The target, or null if all weights are 0 or the chosen group has none. */
    @Nullable Choice choose(int loopbackPort, Forward forward, Map<String, Pool> pools, Visit visit) {
        var cookies = new ArrayList<String>();
        var group = group(loopbackPort, forward, visit);
        if (group == null) {
            return null;
        }
        if (forward.stickySeconds() > 0) {
            cookies.add(StickyCookie.AWSALBTG.keep(group, forward.stickySeconds()));
        }
        long turn = turns.computeIfAbsent(group, g -> new AtomicLong()).getAndIncrement();
        var pool = pools.getOrDefault(group, Pool.EMPTY);
        if (pool.targets().isEmpty()) {
            return null;
        }
        var next = pool.targets().get((int) (turn % pool.targets().size()));
        if (pool.stickySeconds() == 0) {
            return new Choice(next, cookies);
        }
        var target = StickyCookie.AWSALB.chosen(visit, pool.targets(), Address::toString).orElse(next);
        cookies.add(StickyCookie.AWSALB.keep(target.toString(), pool.stickySeconds()));
        return new Choice(target, cookies);
    }

    private @Nullable String group(int loopbackPort, Forward forward, Visit visit) {
        if (forward.stickySeconds() > 0) {
            var before = StickyCookie.AWSALBTG.chosen(visit, forward.shares(), Share::targetGroupArn);
            if (before.isPresent()) {
                return before.get().targetGroupArn();
            }
        }
        return weights.computeIfAbsent(new Spot(loopbackPort, forward), s -> new SmoothWeights(forward.shares()))
                .next();
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
