package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codedeploy.model.ApplicationAlreadyExistsException;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.ApplicationInfo;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationsResponse;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.CreateApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.InvalidComputePlatformException;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationsResponse;
import software.amazon.awssdk.services.codedeploy.model.UpdateApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.UpdateApplicationResponse;

/** The applications of the region. */
final class Applications {
    private final DeployRegion region;
    private final Map<String, Application> byName = new LinkedHashMap<>();

    Applications(DeployRegion region) {
        this.region = region;
    }

    Application find(@Nullable String name) {
        var found = byName.get(Names.application(name));
        if (found == null) {
            throw missing(String.valueOf(name));
        }
        return found;
    }

    @Nullable Application peek(@Nullable String name) {
        return byName.get(Names.application(name));
    }

    Group findGroup(@Nullable String application, @Nullable String group) {
        var owner = find(application);
        var found = owner.groups.get(Names.group(group));
        if (found == null) {
            throw missingGroup(String.valueOf(group));
        }
        return found;
    }

    Iterable<Application> all() {
        return byName.values();
    }

    CreateApplicationResponse create(CreateApplicationRequest request) {
        var name = Names.application(request.applicationName());
        var platform = request.computePlatform() == null ? ComputePlatform.SERVER : request.computePlatform();
        if (platform == ComputePlatform.UNKNOWN_TO_SDK_VERSION) {
            throw Fault.of(
                    InvalidComputePlatformException.builder(),
                    "InvalidComputePlatformException",
                    "The computePlatform is invalid. The computePlatform should be Lambda, Server, or ECS.");
        }
        Tags.check(request.tags());
        refuseTaken(name);
        var info = ApplicationInfo.builder()
                .applicationId(region.world().ids().uuid())
                .applicationName(name)
                .createTime(region.world().now())
                .linkedToGitHub(false)
                .computePlatform(platform)
                .build();
        byName.put(name, new Application(info, request.tags()));
        return CreateApplicationResponse.builder().applicationId(info.applicationId()).build();
    }

    GetApplicationResponse get(GetApplicationRequest request) {
        return GetApplicationResponse.builder().application(find(request.applicationName()).info).build();
    }

    ListApplicationsResponse list(ListApplicationsRequest request) {
        var page = Page.of(List.copyOf(byName.keySet()), request.nextToken());
        return ListApplicationsResponse.builder().applications(page.items()).nextToken(page.nextToken()).build();
    }

    BatchGetApplicationsResponse batchGet(BatchGetApplicationsRequest request) {
        if (request.applicationNames().isEmpty()) {
            Names.application(null);
        }
        return BatchGetApplicationsResponse.builder()
                .applicationsInfo(request.applicationNames().stream().map(n -> find(n).info).toList())
                .build();
    }

    UpdateApplicationResponse rename(UpdateApplicationRequest request) {
        var application = find(request.applicationName());
        var name = Names.application(request.newApplicationName());
        refuseTaken(name);
        byName.remove(application.name());
        application.info = application.info.toBuilder().applicationName(name).build();
        application.groups.values().forEach(g -> g.spec = g.spec.toBuilder().applicationName(name).build());
        byName.put(name, application);
        return UpdateApplicationResponse.builder().build();
    }

    /** Deleting what is not there is no error, as the API declares none. */
    DeleteApplicationResponse delete(DeleteApplicationRequest request) {
        byName.remove(Names.application(request.applicationName()));
        return DeleteApplicationResponse.builder().build();
    }

    private void refuseTaken(String name) {
        if (byName.containsKey(name)) {
            throw Fault.of(
                    ApplicationAlreadyExistsException.builder(),
                    "ApplicationAlreadyExistsException",
                    "Application already exists: " + name);
        }
    }

    static AwsServiceException missing(String name) {
        return Fault.of(
                ApplicationDoesNotExistException.builder(),
                "ApplicationDoesNotExistException",
                "No application found for name: " + name);
    }

    static AwsServiceException missingGroup(String name) {
        return Fault.of(
                DeploymentGroupDoesNotExistException.builder(),
                "DeploymentGroupDoesNotExistException",
                "No Deployment Group found for name: " + name);
    }
}
