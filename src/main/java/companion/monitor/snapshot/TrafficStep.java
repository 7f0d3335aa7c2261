package companion.monitor.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a canary or linear shift of traffic stands. CodeDeploy tells neither the step nor its end; the name of its own
 * configurations and the start of AllowTraffic do.
 *
 * @param number of the step that holds now, from 1
 * @param of how many steps there are
 * @param next the percentage of the traffic that Green gets then
 * @param interval how long a step holds
 * @param at when the next one comes
 */
public record TrafficStep(int number, int of, int next, Duration interval, Instant at) {
    private static final Pattern CANARY = Pattern.compile("Canary(\\d+)Percent(\\d+)Minutes?$");
    private static final Pattern LINEAR = Pattern.compile("Linear(\\d+)PercentEvery(\\d+)Minutes?$");

    /**
     * @param green the percentage that Green gets now
     * @return empty unless traffic is moving in steps
     */
    public static Optional<TrafficStep> of(DeploymentSnapshot deployment, int green) {
        return deployment.events().stream()
                .filter(event -> event.name().equals("AllowTraffic") && event.status() == Status.IN_PROGRESS)
                .map(event -> event.span().start())
                .findFirst()
                .flatMap(start -> of(deployment.configuration(), start, green));
    }

    private static Optional<TrafficStep> of(String configuration, Instant start, int green) {
        var canary = CANARY.matcher(configuration);
        if (canary.find()) {
            var interval = minutes(canary);
            return Optional.of(new TrafficStep(1, 2, 100, interval, start.plus(interval)));
        }
        var linear = LINEAR.matcher(configuration);
        if (!linear.find()) {
            return Optional.empty();
        }
        int percent = Math.max(1, Integer.parseInt(linear.group(1)));
        int steps = (100 + percent - 1) / percent;
        int now = Math.clamp(green / percent, 1, steps);
        var interval = minutes(linear);
        return Optional.of(new TrafficStep(
                now, steps, Math.min(100, (now + 1) * percent), interval, start.plus(interval.multipliedBy(now))));
    }

    private static Duration minutes(Matcher matcher) {
        return Duration.ofMinutes(Integer.parseInt(matcher.group(2)));
    }
}
