/**
 * Resource types of IAM for CloudFormation: roles and policies.
 *
 * <p>Each class is one type; it knows the service's SDK interface and the room {@code resource}, and keeps no state.
 * Property names, attributes and replacement rules are those of the CloudFormation resource reference.
 */
@NullMarked
package companion.practice.cloudformation.resource.iam;

import org.jspecify.annotations.NullMarked;
