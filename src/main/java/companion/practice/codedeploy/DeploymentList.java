package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupNameRequiredException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;
import software.amazon.awssdk.services.codedeploy.model.InvalidDeploymentStatusException;
import software.amazon.awssdk.services.codedeploy.model.InvalidTimeRangeException;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentsResponse;

/** ListDeployments: newest first, by application and group, status and time of creation. */
final class DeploymentList {
    private final Applications applications;
    private final Deployments deployments;

    DeploymentList(Applications applications, Deployments deployments) {
        this.applications = applications;
        this.deployments = deployments;
    }

    ListDeploymentsResponse list(ListDeploymentsRequest request) {
        check(request);
        var range = request.createTimeRange();
        var ids = new ArrayList<String>();
        var statuses = request.includeOnlyStatuses();
        for (var deployment : deployments.all()) {
            var info = deployment.info;
            boolean wanted = (request.applicationName() == null
                            || request.applicationName().equals(info.applicationName()))
                    && (request.deploymentGroupName() == null
                            || request.deploymentGroupName().equals(info.deploymentGroupName()))
                    && (statuses.isEmpty() || statuses.contains(info.status()))
                    && (range == null || range.start() == null || !info.createTime().isBefore(range.start()))
                    && (range == null || range.end() == null || !info.createTime().isAfter(range.end()));
            if (wanted) {
                ids.addFirst(deployment.id());
            }
        }
        var page = Page.of(ids, request.nextToken());
        return ListDeploymentsResponse.builder().deployments(page.items()).nextToken(page.nextToken()).build();
    }

    private void check(ListDeploymentsRequest request) {
        if (request.applicationName() != null && request.deploymentGroupName() != null) {
            applications.findGroup(request.applicationName(), request.deploymentGroupName());
        } else if (request.applicationName() != null) {
            applications.find(request.applicationName());
            throw Fault.of(
                    DeploymentGroupNameRequiredException.builder(),
                    "DeploymentGroupNameRequiredException",
                    "If applicationName is specified, then deploymentGroupName must be specified.");
        } else if (request.deploymentGroupName() != null) {
            Names.application(null);
        }
        if (request.includeOnlyStatuses().contains(DeploymentStatus.UNKNOWN_TO_SDK_VERSION)) {
            throw Fault.of(
                    InvalidDeploymentStatusException.builder(),
                    "InvalidDeploymentStatusException",
                    "The specified deployment status doesn't exist or cannot be determined.");
        }
        var range = request.createTimeRange();
        if (range != null && range.start() != null && range.end() != null && range.end().isBefore(range.start())) {
            throw Fault.of(
                    InvalidTimeRangeException.builder(),
                    "InvalidTimeRangeException",
                    "The specified time range was specified in an invalid format.");
        }
    }
}
