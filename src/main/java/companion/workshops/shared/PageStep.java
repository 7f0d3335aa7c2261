package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Proves that visitors get the page, as a visitor would. */
public final class PageStep extends AwsStep {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final String stack;
    private final String wanted;
    private final Predicate<String> right;

    /**
     * @param stack with the output {@code ExternalUrl}
     * @param wanted the version, in a few words
     * @param right whether the page's version line is the one
     */
    public PageStep(Site site, Title title, String stack, String wanted, Predicate<String> right) {
        super(site, title);
        this.stack = stack;
        this.wanted = wanted;
        this.right = right;
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.local(service(), operation(), "curl <ExternalUrl>"));
    }

    @Override
    public Check check() throws Exception {
        var outputs = Stacks.find(aws(), stack).filter(Stacks::isComplete);
        if (outputs.isEmpty()) {
            return new Check.Missing("No load balancer yet");
        }
        var url = StackOutputs.read(aws(), stack).get("ExternalUrl");
        try {
            var page = visit(url);
            return page.version()
                    .filter(right)
                    .<Check>map(line -> Check.found("Served: " + line, Output.link("ExternalUrl", url)))
                    .orElseGet(() -> new Check.Missing(url + " answers " + page.status()
                            + page.version().map(line -> ", " + line).orElse("") + ", not yet " + wanted));
        } catch (IOException e) {
            return new Check.Missing(url + " does not answer yet");
        }
    }

    private Page visit(String url) throws Exception {
        return aws().trace().record("Visitor", "GET", url, "curl " + url, () -> Page.fetch(URI.create(url)));
    }

    @Override
    public void run(Progress progress) throws Exception {
        progress.report("waiting for " + wanted);
        try {
            site.pace().until(LIMIT, () -> {
                var now = check();
                if (now instanceof Check.Missing(var what)) {
                    progress.report(what);
                    return Optional.empty();
                }
                return Optional.of(now);
            });
        } catch (TimeoutException e) {
            throw failure(
                    "PAGE_NOT_SERVED",
                    "The load balancer does not serve " + wanted + ".",
                    "The tasks are not healthy, or their image is not the expected one.",
                    "Look at the target group's health and at the service's events, then run this step again.",
                    String.valueOf(check()));
        }
    }
}
