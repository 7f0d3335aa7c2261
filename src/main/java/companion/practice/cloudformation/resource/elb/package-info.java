/**
 * Resource types of Elastic Load Balancing for CloudFormation: load balancers, target groups, listeners and rules.
 *
 * <p>Each class is one type; it knows the service's SDK interface and the room {@code resource}, and keeps no state.
 * Property names, attributes and replacement rules are those of the CloudFormation resource reference.
 */
@NullMarked
package companion.practice.cloudformation.resource.elb;

import org.jspecify.annotations.NullMarked;
