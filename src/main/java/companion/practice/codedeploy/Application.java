package companion.practice.codedeploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codedeploy.model.ApplicationInfo;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.GenericRevisionInfo;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.Tag;

/** An application with its deployment groups and the revisions it has seen, oldest first. */
final class Application {
    final Map<String, Group> groups = new LinkedHashMap<>();
    final Map<RevisionLocation, GenericRevisionInfo> revisions = new LinkedHashMap<>();
    ApplicationInfo info;
    List<Tag> tags;

    Application(ApplicationInfo info, List<Tag> tags) {
        this.info = info;
        this.tags = tags;
    }

    String name() {
        return info.applicationName();
    }

    boolean isEcs() {
        return info.computePlatform() == ComputePlatform.ECS;
    }
}
