package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ParameterDeclaration;
import companion.practice.cloudformation.template.RequiredCapabilities;
import companion.practice.cloudformation.template.Template;
import companion.practice.cloudformation.template.ValidationError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/** The operations that tell of templates. They change nothing. */
public final class TemplateReports {
    private final Stacks stacks;
    private final TemplateSource source;

    public TemplateReports(Room room, Stacks stacks) {
        this.stacks = stacks;
        this.source = new TemplateSource(room);
    }

    public ValidateTemplateResponse validate(ValidateTemplateRequest request) {
        var template = source.template(request.templateBody(), request.templateURL());
        var required = RequiredCapabilities.of(template);
        return ValidateTemplateResponse.builder()
                .description(template.description())
                .parameters(template.parameters().values().stream()
                        .map(parameter -> TemplateParameter.builder()
                                .parameterKey(parameter.name())
                                .defaultValue(parameter.shownDefault())
                                .noEcho(parameter.noEcho())
                                .description(parameter.description())
                                .build())
                        .toList())
                .capabilities(required.all())
                .capabilitiesReason(reason(required))
                .declaredTransforms(template.transforms())
                .build();
    }

    public GetTemplateSummaryResponse summarize(GetTemplateSummaryRequest request) {
        var template = request.stackName() == null
                ? source.template(request.templateBody(), request.templateURL())
                : stacks.require(request.stackName(), StackReports.NO_STACK_WITH_ID)
                        .revision
                        .template()
                        .template();
        var required = RequiredCapabilities.of(template);
        return GetTemplateSummaryResponse.builder()
                .description(template.description())
                .version(template.version())
                .metadata(template.metadata().isMissingNode() ? null : template.metadata().toString())
                .parameters(template.parameters().values().stream()
                        .map(TemplateReports::declared)
                        .toList())
                .capabilities(required.all())
                .capabilitiesReason(reason(required))
                .resourceTypes(template.resources().values().stream()
                        .map(resource -> resource.type())
                        .distinct()
                        .toList())
                .declaredTransforms(template.transforms())
                .build();
    }

    public GetTemplateResponse get(GetTemplateRequest request) {
        return GetTemplateResponse.builder()
                .templateBody(template(request).text())
                .stagesAvailable(TemplateStage.ORIGINAL, TemplateStage.PROCESSED)
                .build();
    }

    private Template template(GetTemplateRequest request) {
        if (request.changeSetName() != null) {
            return ChangeSets.require(stacks, request.changeSetName(), request.stackName())
                    .revision
                    .template()
                    .template();
        }
        if (request.stackName() == null) {
            throw ValidationError.of("Either stack name or change set name must be specified.");
        }
        return stacks.require(request.stackName(), StackReports.NO_STACK_WITH_ID)
                .revision
                .template()
                .template();
    }

    private static @Nullable String reason(RequiredCapabilities required) {
        return required.capability() == null
                ? null
                : "The following resource(s) require capabilities: " + required.types();
    }

    private static software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration declared(
            ParameterDeclaration parameter) {
        return software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration.builder()
                .parameterKey(parameter.name())
                .parameterType(parameter.type())
                .defaultValue(parameter.shownDefault())
                .noEcho(parameter.noEcho())
                .description(parameter.description())
                .parameterConstraints(constraints -> constraints.allowedValues(
                        parameter.allowedValues().isEmpty() ? null : parameter.allowedValues()))
                .build();
    }
}
