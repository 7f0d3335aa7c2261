package companion.workshops.shared;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Creates a stack and waits for it; one that failed before is removed first. */
public final class StackStep extends AwsStep {
    private final Template template;
    private final String stackName;
    private final Map<String, String> planned;
    private final Callable<Map<String, String>> parameters;
    private final List<Resource> creates;

    /**
     * @param planned the parameters as far as they are known without a call
     * @param parameters the real ones
     */
    public StackStep(
            Site site,
            Title title,
            String stackName,
            Template template,
            Map<String, String> planned,
            Callable<Map<String, String>> parameters,
            List<Resource> creates) {
        super(site, title);
        this.stackName = stackName;
        this.template = template;
        this.planned = Map.copyOf(planned);
        this.parameters = parameters;
        this.creates = List.copyOf(creates);
    }

    @Override
    public List<Resource> creates() {
        return creates;
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.stack(site, service(), request(planned), template));
    }

    private CreateStackRequest request(Map<String, String> values) {
        return CreateStackRequest.builder()
                .stackName(stackName)
                .templateBody(template.body())
                .parameters(values.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> Parameter.builder()
                                .parameterKey(it.getKey())
                                .parameterValue(it.getValue())
                                .build())
                        .toList())
                .capabilities(Capability.CAPABILITY_IAM)
                .onFailure(OnFailure.ROLLBACK)
                .build();
    }

    @Override
    public Check check() {
        var stack = Stacks.find(aws(), stackName);
        if (stack.isEmpty()) {
            return new Check.Missing("No stack " + stackName);
        }
        if (Stacks.isComplete(stack.get())) {
            return found(stack.get());
        }
        if (Stacks.isInProgress(stack.get())) {
            return new Check.Missing(
                    "Stack " + stackName + " is at " + stack.get().stackStatusAsString());
        }
        return new Check.Differs(
                "Stack " + stackName,
                List.of(new Check.Difference(
                        "StackStatus", "CREATE_COMPLETE", stack.get().stackStatusAsString())),
                true);
    }

    private static Check found(Stack stack) {
        var outputs = new ArrayList<Output>();
        for (var output : stack.outputs()) {
            var value = output.outputValue();
            outputs.add(
                    value.startsWith("http")
                            ? Output.link(output.outputKey(), value)
                            : value.startsWith("arn:")
                                    ? Output.arn(output.outputKey(), value)
                                    : Output.text(output.outputKey(), value));
        }
        return new Check.Found("Found " + stack.stackName() + ", " + stack.stackStatusAsString(), outputs);
    }

    @Override
    public void run(Progress progress) throws Exception {
        var before = Stacks.settle(site, stackName, template.resources(), progress);
        if (before.isPresent() && !Stacks.isComplete(before.get())) {
            progress.report("removing the failed stack");
            aws().cloudFormation().deleteStack(request -> request.stackName(stackName));
            before = Stacks.settle(site, stackName, template.resources(), progress);
        }
        if (before.isEmpty()) {
            aws().cloudFormation().createStack(request(parameters.call()));
            progress.report("0 of " + template.resources() + " resources", 0);
        }
        Optional<Stack> after = Stacks.settle(site, stackName, template.resources(), progress);
        if (after.isPresent() && !Stacks.isComplete(after.get())) {
            throw Stacks.failure(aws(), after.get(), "STACK_FAILED");
        }
    }
}
