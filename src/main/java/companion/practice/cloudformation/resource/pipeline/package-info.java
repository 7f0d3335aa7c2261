/**
 * Resource types of CodeCommit, CodeBuild, CodeDeploy, CodePipeline and EventBridge for CloudFormation: source
 * repositories, build projects, deployment groups, pipelines and event rules.
 *
 * <p>Each class is one type; it knows the service's SDK interface and the room {@code resource}, and keeps no state.
 * Property names, attributes and replacement rules are those of the CloudFormation resource reference.
 */
@NullMarked
package companion.practice.cloudformation.resource.pipeline;

import org.jspecify.annotations.NullMarked;
