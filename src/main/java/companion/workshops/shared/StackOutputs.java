package companion.workshops.shared;

import companion.aws.Connection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** The outputs of a stack by name; or, in a plan, what stands for them until they are known. */
public final class StackOutputs {
    private final UnaryOperator<String> byName;

    private StackOutputs(UnaryOperator<String> byName) {
        this.byName = byName;
    }

    /** Reads them from a stack that is complete. */
    public static StackOutputs read(Connection aws, String stack) throws Exception {
        var found = Stacks.find(aws, stack)
                .orElseThrow(() -> AwsStep.failure(
                        "STACK_MISSING",
                        "There is no stack " + stack + ".",
                        "The stage that makes it has not been run.",
                        "Run that stage first.",
                        stack));
        Map<String, String> values =
                found.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
        return new StackOutputs(name -> {
            var value = values.get(name);
            if (value == null) {
                throw new IllegalStateException(
                        "The stack " + stack + " has no output " + name + ". It was made from another template.");
            }
            return value;
        });
    }

    /** {@code <CodeBuildRoleArn>} and the like. */
    public static StackOutputs unknown() {
        return new StackOutputs(name -> "<" + name + ">");
    }

    public String get(String name) {
        return byName.apply(name);
    }
}
