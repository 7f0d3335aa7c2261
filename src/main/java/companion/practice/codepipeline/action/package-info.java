/**
 * What the actions of a pipeline do, one class per provider, and the artifacts that they hand on.
 *
 * <p>A provider is started with what the action declares and says through {@link
 * companion.practice.codepipeline.action.ActionRun.Outcome} how it went; it knows nothing of stages and executions. To add a
 * provider, implement {@link companion.practice.codepipeline.action.ActionProvider} and name it in {@link
 * companion.practice.codepipeline.action.ActionCatalog}.
 */
@NullMarked
package companion.practice.codepipeline.action;

import org.jspecify.annotations.NullMarked;
