package companion.practice.codedeploy;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationRevisionsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationRevisionsResponse;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetApplicationsResponse;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentGroupsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentGroupsResponse;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentTargetsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentTargetsResponse;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentsResponse;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.ContinueDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.CreateApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentConfigRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentConfigResponse;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupResponse;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentConfigRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentConfigResponse;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentGroupResponse;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationRevisionRequest;
import software.amazon.awssdk.services.codedeploy.model.GetApplicationRevisionResponse;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentConfigRequest;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentConfigResponse;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentGroupResponse;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentTargetRequest;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentTargetResponse;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationRevisionsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationRevisionsResponse;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListApplicationsResponse;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentConfigsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentConfigsResponse;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentGroupsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentGroupsResponse;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentTargetsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentTargetsResponse;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentsResponse;
import software.amazon.awssdk.services.codedeploy.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.codedeploy.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.codedeploy.model.PutLifecycleEventHookExecutionStatusRequest;
import software.amazon.awssdk.services.codedeploy.model.PutLifecycleEventHookExecutionStatusResponse;
import software.amazon.awssdk.services.codedeploy.model.RegisterApplicationRevisionRequest;
import software.amazon.awssdk.services.codedeploy.model.RegisterApplicationRevisionResponse;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentResponse;
import software.amazon.awssdk.services.codedeploy.model.TagResourceRequest;
import software.amazon.awssdk.services.codedeploy.model.TagResourceResponse;
import software.amazon.awssdk.services.codedeploy.model.UntagResourceRequest;
import software.amazon.awssdk.services.codedeploy.model.UntagResourceResponse;
import software.amazon.awssdk.services.codedeploy.model.UpdateApplicationRequest;
import software.amazon.awssdk.services.codedeploy.model.UpdateApplicationResponse;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupResponse;

/** AWS CodeDeploy of one region of the practice cloud. */
public final class PracticeCodeDeploy implements CodeDeployClient {
    private final Applications applications;
    private final Groups groups;
    private final Configurations configurations;
    private final Revisions revisions;
    private final Deployments deployments;
    private final DeploymentList list;
    private final DeploymentTargets targets;
    private final Tags tags;

    public PracticeCodeDeploy(World world, Place place, Services services, Fabric fabric) {
        var region = new DeployRegion(world, place, services, fabric);
        var taskSets = new TaskSetCalls(region);
        var routes = new Routes(region);
        var events = new DeployEvents(region);
        var register = new LinkedHashMap<String, Deployment>();
        applications = new Applications(region);
        configurations = new Configurations(region, applications);
        revisions = new Revisions(region, applications);
        var rules = new GroupRules(region, applications);
        groups = new Groups(region, applications, configurations, rules);
        var endings = new Endings(region, taskSets, routes, events, register);
        var blueGreen = new BlueGreen(region, revisions, taskSets, routes, endings, events);
        deployments = new Deployments(
                region, applications, configurations, rules, revisions, blueGreen, endings, register);
        list = new DeploymentList(applications, deployments);
        targets = new DeploymentTargets(region, taskSets);
        tags = new Tags(applications);
    }

    @Override
    public CreateApplicationResponse createApplication(CreateApplicationRequest request) {
        return applications.create(request);
    }

    @Override
    public GetApplicationResponse getApplication(GetApplicationRequest request) {
        return applications.get(request);
    }

    @Override
    public ListApplicationsResponse listApplications(ListApplicationsRequest request) {
        return applications.list(request);
    }

    @Override
    public BatchGetApplicationsResponse batchGetApplications(BatchGetApplicationsRequest request) {
        return applications.batchGet(request);
    }

    @Override
    public UpdateApplicationResponse updateApplication(UpdateApplicationRequest request) {
        return applications.rename(request);
    }

    @Override
    public DeleteApplicationResponse deleteApplication(DeleteApplicationRequest request) {
        return applications.delete(request);
    }

    @Override
    public CreateDeploymentGroupResponse createDeploymentGroup(CreateDeploymentGroupRequest request) {
        return groups.create(request);
    }

    @Override
    public UpdateDeploymentGroupResponse updateDeploymentGroup(UpdateDeploymentGroupRequest request) {
        return groups.update(request);
    }

    @Override
    public GetDeploymentGroupResponse getDeploymentGroup(GetDeploymentGroupRequest request) {
        return groups.get(request);
    }

    @Override
    public BatchGetDeploymentGroupsResponse batchGetDeploymentGroups(BatchGetDeploymentGroupsRequest request) {
        return groups.batchGet(request);
    }

    @Override
    public ListDeploymentGroupsResponse listDeploymentGroups(ListDeploymentGroupsRequest request) {
        return groups.list(request);
    }

    @Override
    public DeleteDeploymentGroupResponse deleteDeploymentGroup(DeleteDeploymentGroupRequest request) {
        return groups.delete(request);
    }

    @Override
    public CreateDeploymentConfigResponse createDeploymentConfig(CreateDeploymentConfigRequest request) {
        return configurations.create(request);
    }

    @Override
    public GetDeploymentConfigResponse getDeploymentConfig(GetDeploymentConfigRequest request) {
        return configurations.get(request);
    }

    @Override
    public ListDeploymentConfigsResponse listDeploymentConfigs(ListDeploymentConfigsRequest request) {
        return configurations.list(request);
    }

    @Override
    public DeleteDeploymentConfigResponse deleteDeploymentConfig(DeleteDeploymentConfigRequest request) {
        return configurations.delete(request);
    }

    @Override
    public RegisterApplicationRevisionResponse registerApplicationRevision(RegisterApplicationRevisionRequest request) {
        return revisions.register(request);
    }

    @Override
    public GetApplicationRevisionResponse getApplicationRevision(GetApplicationRevisionRequest request) {
        return revisions.get(request);
    }

    @Override
    public BatchGetApplicationRevisionsResponse batchGetApplicationRevisions(
            BatchGetApplicationRevisionsRequest request) {
        return revisions.batchGet(request);
    }

    @Override
    public ListApplicationRevisionsResponse listApplicationRevisions(ListApplicationRevisionsRequest request) {
        return revisions.list(request);
    }

    @Override
    public CreateDeploymentResponse createDeployment(CreateDeploymentRequest request) {
        return deployments.create(request);
    }

    @Override
    public BatchGetDeploymentsResponse batchGetDeployments(BatchGetDeploymentsRequest request) {
        return deployments.batchGet(request);
    }

    @Override
    public ListDeploymentsResponse listDeployments(ListDeploymentsRequest request) {
        return list.list(request);
    }

    @Override
    public ContinueDeploymentResponse continueDeployment(ContinueDeploymentRequest request) {
        return deployments.proceed(request);
    }

    @Override
    public StopDeploymentResponse stopDeployment(StopDeploymentRequest request) {
        return deployments.stop(request);
    }

    @Override
    public GetDeploymentResponse getDeployment(GetDeploymentRequest request) {
        return GetDeploymentResponse.builder()
                .deploymentInfo(deployments.find(request.deploymentId()).describe())
                .build();
    }

    @Override
    public ListDeploymentTargetsResponse listDeploymentTargets(ListDeploymentTargetsRequest request) {
        return ListDeploymentTargetsResponse.builder()
                .targetIds(targets.list(deployments.find(request.deploymentId())))
                .build();
    }

    @Override
    public BatchGetDeploymentTargetsResponse batchGetDeploymentTargets(BatchGetDeploymentTargetsRequest request) {
        return BatchGetDeploymentTargetsResponse.builder()
                .deploymentTargets(targets.get(deployments.find(request.deploymentId()), request.targetIds()))
                .build();
    }

    @Override
    public GetDeploymentTargetResponse getDeploymentTarget(GetDeploymentTargetRequest request) {
        var ids = request.targetId() == null ? List.<String>of() : List.of(request.targetId());
        return GetDeploymentTargetResponse.builder()
                .deploymentTarget(targets.get(deployments.find(request.deploymentId()), ids).getFirst())
                .build();
    }

    /** Refused: no hook of the practice cloud runs a function that could report. */
    @Override
    public PutLifecycleEventHookExecutionStatusResponse putLifecycleEventHookExecutionStatus(
            PutLifecycleEventHookExecutionStatusRequest request) {
        throw deployments.hookStatusRefusal(request);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags.add(request.resourceArn(), request.tags());
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags.remove(request.resourceArn(), request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder().tags(tags.of(request.resourceArn())).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
