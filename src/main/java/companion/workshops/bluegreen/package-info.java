/**
 * The blue/green workshop: a web page on Fargate behind a load balancer, released through CodeCommit, CodeBuild,
 * CodeDeploy and CodePipeline.
 *
 * <p>Each stage has a class with its texts and steps; the steps that only this workshop has stand beside them. It
 * knows the engine's words, the shared steps and the rooms that talk to AWS.
 */
@NullMarked
package companion.workshops.bluegreen;

import org.jspecify.annotations.NullMarked;
