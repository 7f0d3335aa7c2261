/**
 * AWS CodeDeploy of the practice cloud: applications, deployment groups, configurations and revisions, and the whole of
 * blue/green deployments to Amazon ECS, with hooks, test traffic, gradual shifts, waits, stops and rollbacks.
 *
 * <p>It follows sections 3.2 and 4.3 of the facts. It reaches ECS, load balancers and S3 only as their clients do,
 * acting in the deployment group's service role.
 */
@NullMarked
package companion.practice.codedeploy;

import org.jspecify.annotations.NullMarked;
