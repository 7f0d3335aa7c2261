package companion.workshops.bluegreen;

import companion.aws.Absence;
import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Site;
import java.util.List;
import software.amazon.awssdk.services.codedeploy.model.ApplicationDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.CreateApplicationRequest;

/** Creates the CodeDeploy application. */
final class ApplicationStep extends AwsStep {
    private static final CreateApplicationRequest REQUEST = CreateApplicationRequest.builder()
            .applicationName(Names.APPLICATION)
            .computePlatform(ComputePlatform.ECS)
            .build();

    ApplicationStep(Site site) {
        super(site, new Title("application", "Create the application", "CodeDeploy", "CreateApplication"));
    }

    @Override
    public List<Resource> creates() {
        return List.of(
                Resource.free("CodeDeploy application", Names.APPLICATION, Names.PIPELINE_GROUP, "DeleteApplication"));
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(site, service(), REQUEST));
    }

    @Override
    public Check check() {
        var found = Absence.unless(
                ApplicationDoesNotExistException.class,
                () -> aws().codeDeploy().getApplication(it -> it.applicationName(Names.APPLICATION)));
        if (found.isEmpty()) {
            return new Check.Missing("No application " + Names.APPLICATION);
        }
        var application = found.get().application();
        return application.computePlatform() == ComputePlatform.ECS
                ? Check.found("Found " + Names.APPLICATION, Output.text("Application id", application.applicationId()))
                : new Check.Differs(
                        "Application " + Names.APPLICATION,
                        List.of(new Check.Difference("computePlatform", "ECS", application.computePlatformAsString())),
                        false);
    }

    @Override
    public void run(Progress progress) {
        aws().codeDeploy().createApplication(REQUEST);
    }
}
