/**
 * CodePipeline of one region: pipelines and their versions, executions that move from stage to stage, transitions, retry,
 * stop, approvals (facts, section 4.1).
 *
 * <p>{@link companion.practice.codepipeline.Flow} is the state machine; what an action does is in {@code action}, one class
 * per provider. It reaches CodeBuild, CodeDeploy and the others through {@code fabric} only, and hears of their ends by
 * their events.
 */
@NullMarked
package companion.practice.codepipeline;

import org.jspecify.annotations.NullMarked;
