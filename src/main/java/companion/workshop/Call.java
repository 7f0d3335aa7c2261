package companion.workshop;

import org.jspecify.annotations.Nullable;

/**
 * A call that a step would make, as the learner sees it before it is made.
 *
 * @param service for example {@code CodeCommit}
 * @param operation for example {@code CreateRepository}
 * @param cli the equivalent command, over several lines where it is long
 * @param sdk the request as SDK for Java code; null for Git and local work
 * @param cloudFormation the resource as a template snippet; null where there is none
 */
public record Call(
        String service,
        String operation,
        String cli,
        @Nullable String sdk,
        @Nullable String cloudFormation) {}
