package companion.practice.world;

/**
 * Where a resource lives: an account and a region of the {@code aws} partition.
 *
 * @param account twelve digits
 * @param region for example {@code us-east-1}
 */
public record Place(String account, String region) {

    /** The ARN of a regional resource, for example {@code arn:aws:ecs:us-east-1:123456789012:cluster/x}. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** The ARN of a resource of a global service such as IAM, which names no region. */
    public String globalArn(String service, String resource) {
        return "arn:aws:" + service + "::" + account + ":" + resource;
    }
}
