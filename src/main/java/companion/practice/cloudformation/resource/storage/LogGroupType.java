package companion.practice.cloudformation.resource.storage;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;

/** {@code AWS::Logs::LogGroup}: Ref is the name. */
public final class LogGroupType extends ResourceType {
    private static final String RETENTION = "RetentionInDays";

    public LogGroupType() {
        super(
                "AWS::Logs::LogGroup",
                "LogGroupName! LogGroupClass! RetentionInDays Tags KmsKeyId~ DataProtectionPolicy~ FieldIndexPolicies~"
                        + " ResourcePolicyDocument~ DeletionProtectionEnabled~",
                "Arn",
                Pace.seconds(3, 6).withConsistencyCheck());
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("LogGroupName", 512);
        var request = desired.properties()
                .without(RETENTION)
                .with("LogGroupName", name)
                .withTags(desired.tags())
                .fill(CreateLogGroupRequest.builder());
        cloud.logs().createLogGroup(request.build());
        return name;
    }

    @Override
    public void configure(String name, Desired desired, Services cloud) {
        var days = desired.properties().number(RETENTION);
        if (days != null) {
            cloud.logs().putRetentionPolicy(
                    request -> request.logGroupName(name).retentionInDays(days));
        }
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Arn") ? text(arn(resource) + ":*") : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        if (changed(current.properties(), desired.properties()).contains(RETENTION)) {
            if (desired.properties().has(RETENTION)) {
                configure(current.physicalId(), desired, cloud);
            } else {
                cloud.logs().deleteRetentionPolicy(request -> request.logGroupName(current.physicalId()));
            }
        }
        var change = TagChange.between(current, desired);
        if (!change.removed().isEmpty()) {
            cloud.logs().untagResource(request -> request.resourceArn(arn(current)).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            cloud.logs().tagResource(request -> request.resourceArn(arn(current)).tags(change.set()));
        }
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.logs().deleteLogGroup(request -> request.logGroupName(resource.physicalId()));
    }

    private static String arn(Existing resource) {
        return resource.place().arn("logs", "log-group:" + resource.physicalId());
    }
}
