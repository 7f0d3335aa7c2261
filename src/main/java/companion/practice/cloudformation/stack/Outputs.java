package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** The outputs of a stack, and the rules of exports across stacks. */
final class Outputs {
    private Outputs() {}

    /** Works them out. */
    static List<Output> of(Revision revision, Wishes wishes) {
        var outputs = new ArrayList<Output>();
        for (var declaration : revision.template().outputs()) {
            var value = wishes.evaluator().evaluate(declaration.value());
            if (value.isMissingNode() || value.isContainerNode()) {
                throw ValidationError.format("The Value field of every Outputs member must evaluate to a String.");
            }
            var export = declaration.export();
            outputs.add(Output.builder()
                    .outputKey(declaration.name())
                    .outputValue(value.asText())
                    .description(declaration.description())
                    .exportName(export == null ? null : wishes.evaluator().evaluate(export).asText())
                    .build());
        }
        return outputs;
    }

    /**
     * Checks that the stack may publish these in place of those it has.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if a name is taken, or one in use changes
     */
    static void checkExports(Stacks stacks, Stack stack, List<Output> next) {
        for (var output : next) {
            for (var export : stacks.exports()) {
                if (export.name().equals(output.exportName())
                        && !export.exportingStackId().equals(stack.id)) {
                    throw ValidationError.of("Export with name " + export.name() + " is already exported by stack "
                            + stacks.nameOf(export.exportingStackId()) + ".");
                }
            }
        }
        for (var old : stack.outputs) {
            var users = old.exportName() == null ? List.<String>of() : stacks.importers(old.exportName());
            if (!users.isEmpty()) {
                var kept = next.stream()
                        .filter(output -> old.exportName().equals(output.exportName()))
                        .findFirst();
                if (kept.isEmpty() || !kept.get().outputValue().equals(old.outputValue())) {
                    throw ValidationError.of("Export " + old.exportName() + " cannot be "
                            + (kept.isEmpty() ? "deleted" : "updated") + " as it is in use by "
                            + String.join(", ", users));
                }
            }
        }
    }

    /** The sentence that speaks against deleting the stack, if an export of it is in use. */
    static Optional<String> inUse(Stacks stacks, Stack stack) {
        return stack.outputs.stream()
                .filter(output -> output.exportName() != null)
                .filter(output -> !stacks.importers(output.exportName()).isEmpty())
                .findFirst()
                .map(output -> "Export " + output.exportName() + " cannot be deleted as it is in use by "
                        + String.join(" and ", stacks.importers(output.exportName())));
    }
}
