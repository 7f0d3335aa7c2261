package companion.practice.cloudformation;

import companion.practice.cloudformation.resource.ResourceTypes;
import companion.practice.cloudformation.stack.ChangeSetReports;
import companion.practice.cloudformation.stack.ChangeSets;
import companion.practice.cloudformation.stack.ResourceReports;
import companion.practice.cloudformation.stack.Room;
import companion.practice.cloudformation.stack.SecretValues;
import companion.practice.cloudformation.stack.StackCommands;
import companion.practice.cloudformation.stack.StackReports;
import companion.practice.cloudformation.stack.Stacks;
import companion.practice.cloudformation.stack.TemplateReports;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Redacting;
import companion.practice.fabric.Services;
import companion.practice.fabric.StandIns;
import companion.practice.world.Place;
import companion.practice.world.World;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackResponse;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListExportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListImportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListImportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/** CloudFormation of one account and region. Operations that are not here are not implemented. */
public final class PracticeCloudFormation implements CloudFormationClient, Redacting {
    private final StackCommands commands;
    private final ChangeSets changeSets;
    private final StackReports stackReports;
    private final ResourceReports resourceReports;
    private final TemplateReports templateReports;
    private final ChangeSetReports changeSetReports;
    private final SecretValues secretValues;

    /** @param standIns for the values of NoEcho parameters */
    public PracticeCloudFormation(World world, Place place, Services services, Fabric fabric, StandIns standIns) {
        var room = new Room(world, place, services, fabric, new ResourceTypes());
        var stacks = new Stacks();
        this.commands = new StackCommands(room, stacks);
        this.changeSets = new ChangeSets(room, stacks);
        this.stackReports = new StackReports(stacks);
        this.resourceReports = new ResourceReports(stacks);
        this.templateReports = new TemplateReports(room, stacks);
        this.changeSetReports = new ChangeSetReports(stacks);
        this.secretValues = new SecretValues(room, stacks, standIns);
    }

    @Override
    public SdkPojo redacted(SdkPojo request) {
        return secretValues.redacted(request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // All that it holds is in memory.
    }

    @Override
    public CancelUpdateStackResponse cancelUpdateStack(CancelUpdateStackRequest request) {
        return commands.cancelUpdate(request);
    }

    @Override
    public ContinueUpdateRollbackResponse continueUpdateRollback(ContinueUpdateRollbackRequest request) {
        return commands.continueRollback(request);
    }

    @Override
    public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request) {
        return changeSets.create(request);
    }

    @Override
    public CreateStackResponse createStack(CreateStackRequest request) {
        return commands.create(request);
    }

    @Override
    public DeleteChangeSetResponse deleteChangeSet(DeleteChangeSetRequest request) {
        return changeSets.delete(request);
    }

    @Override
    public DeleteStackResponse deleteStack(DeleteStackRequest request) {
        return commands.delete(request);
    }

    @Override
    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
        return changeSetReports.describe(request);
    }

    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        return stackReports.events(request);
    }

    @Override
    public DescribeStackResourceResponse describeStackResource(DescribeStackResourceRequest request) {
        return resourceReports.describe(request);
    }

    @Override
    public DescribeStackResourcesResponse describeStackResources(DescribeStackResourcesRequest request) {
        return resourceReports.describe(request);
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        return stackReports.describe(request);
    }

    @Override
    public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request) {
        return changeSets.execute(request);
    }

    @Override
    public GetTemplateResponse getTemplate(GetTemplateRequest request) {
        return templateReports.get(request);
    }

    @Override
    public GetTemplateSummaryResponse getTemplateSummary(GetTemplateSummaryRequest request) {
        return templateReports.summarize(request);
    }

    @Override
    public ListChangeSetsResponse listChangeSets(ListChangeSetsRequest request) {
        return changeSetReports.list(request);
    }

    @Override
    public ListExportsResponse listExports(ListExportsRequest request) {
        return stackReports.exports(request);
    }

    @Override
    public ListImportsResponse listImports(ListImportsRequest request) {
        return stackReports.imports(request);
    }

    @Override
    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
        return resourceReports.list(request);
    }

    @Override
    public ListStacksResponse listStacks(ListStacksRequest request) {
        return stackReports.list(request);
    }

    @Override
    public UpdateStackResponse updateStack(UpdateStackRequest request) {
        return commands.update(request);
    }

    @Override
    public UpdateTerminationProtectionResponse updateTerminationProtection(UpdateTerminationProtectionRequest request) {
        return commands.protect(request);
    }

    @Override
    public ValidateTemplateResponse validateTemplate(ValidateTemplateRequest request) {
        return templateReports.validate(request);
    }
}
