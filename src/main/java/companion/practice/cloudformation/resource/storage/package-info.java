/**
 * Resource types of S3, ECR and CloudWatch Logs for CloudFormation: buckets, image repositories and log groups.
 *
 * <p>Each class is one type; it knows the service's SDK interface and the room {@code resource}, and keeps no state.
 * Property names, attributes and replacement rules are those of the CloudFormation resource reference.
 */
@NullMarked
package companion.practice.cloudformation.resource.storage;

import org.jspecify.annotations.NullMarked;
