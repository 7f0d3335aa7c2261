/**
 * Resource types of EC2 for CloudFormation: networks, routes, addresses and security groups.
 *
 * <p>Each class is one type; it knows the service's SDK interface and the room {@code resource}, and keeps no state.
 * Property names, attributes and replacement rules are those of the CloudFormation resource reference.
 */
@NullMarked
package companion.practice.cloudformation.resource.ec2;

import org.jspecify.annotations.NullMarked;
