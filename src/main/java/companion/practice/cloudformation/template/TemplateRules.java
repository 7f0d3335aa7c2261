package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Whether the parts of a template fit together: types, references, attributes, conditions, no circles. */
final class TemplateRules {
    private static final Pattern TYPE = Pattern.compile(
            "[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}(::MODULE)?|Custom::[A-Za-z0-9_@-]{1,60}");

    private final Template template;
    private final ResourceCatalog catalog;

    TemplateRules(Template template, ResourceCatalog catalog) {
        this.template = template;
        this.catalog = catalog;
    }

    void check() {
        checkTypes();
        checkConditions();
        template.resources().values().forEach(this::checkDependsOn);
        template.resources().values().forEach(resource -> {
            checkCondition(resource.condition(), "Resources");
            checkPart(resource.properties(), "Resources");
        });
        template.outputs().values().forEach(output -> {
            checkCondition(output.condition(), "Outputs");
            checkPart(output.value(), "Outputs");
            if (output.export() != null) {
                checkPart(output.export(), "Outputs");
            }
        });
        var circle = DependencyOrder.circle(dependencies());
        if (!circle.isEmpty()) {
            throw ValidationError.of("Circular dependency between resources: " + circle);
        }
    }

    private void checkTypes() {
        var malformed = new LinkedHashSet<String>();
        template.resources().values().forEach(resource -> {
            if (!TYPE.matcher(resource.type()).matches()) {
                malformed.add(resource.type());
            }
        });
        if (!malformed.isEmpty()) {
            throw ValidationError.format("Unrecognized resource types: " + malformed);
        }
    }

    private void checkConditions() {
        var needs = new LinkedHashMap<String, Set<String>>();
        template.conditions().forEach((name, condition) -> {
            var found = References.in(condition);
            var notParameters = new LinkedHashSet<>(found.names());
            found.attributes().forEach(attribute -> notParameters.add(attribute.resource()));
            notParameters.removeIf(this::isParameter);
            if (!notParameters.isEmpty()) {
                throw ValidationError.format("Unresolved dependencies " + notParameters
                        + ". Cannot reference resources in the Conditions block of the template");
            }
            if (!found.imports().isEmpty()) {
                throw ValidationError.template("Cannot use Fn::ImportValue in Conditions");
            }
            var others = Conditions.namedIn(condition);
            others.forEach(other -> checkCondition(other, "Conditions"));
            needs.put(name, others);
        });
        var circle = DependencyOrder.circle(needs);
        if (!circle.isEmpty()) {
            throw ValidationError.of("Circular dependency between conditions: " + circle);
        }
    }

    private void checkDependsOn(ResourceDeclaration resource) {
        var unknown = new ArrayList<>(resource.dependsOn());
        unknown.removeAll(template.resources().keySet());
        if (!unknown.isEmpty()) {
            throw unresolved(unknown, "Resources");
        }
    }

    private void checkPart(JsonNode part, String block) {
        var found = References.in(part);
        found.conditions().forEach(condition -> {
            if (!template.conditions().containsKey(condition)) {
                throw ValidationError.template("unresolved condition dependency " + condition + " in Fn::If");
            }
        });
        var unknown = new LinkedHashSet<>(found.names());
        found.attributes().stream()
                .filter(References.Attribute::inSub)
                .forEach(attribute -> unknown.add(attribute.resource()));
        unknown.removeIf(name -> isParameter(name) || template.resources().containsKey(name));
        if (!unknown.isEmpty()) {
            throw unresolved(List.copyOf(unknown), block);
        }
        found.attributes().forEach(this::checkAttribute);
    }

    private void checkAttribute(References.Attribute attribute) {
        var resource = template.resources().get(attribute.resource());
        if (resource == null) {
            throw ValidationError.template(
                    "instance of Fn::GetAtt references undefined resource " + attribute.resource());
        }
        var known = catalog.attributes(resource.type());
        // An attribute that a function computes is checked when it is read.
        if (known != null && !attribute.attribute().isEmpty() && !known.contains(attribute.attribute())) {
            throw ValidationError.template("resource " + attribute.resource() + " does not support attribute type "
                    + attribute.attribute() + " in Fn::GetAtt");
        }
    }

    private void checkCondition(@Nullable String condition, String block) {
        if (condition != null && !template.conditions().containsKey(condition)) {
            throw ValidationError.format(
                    "Unresolved condition dependency " + condition + " in the " + block + " block of the template");
        }
    }

    private Map<String, Set<String>> dependencies() {
        var dependencies = new LinkedHashMap<String, Set<String>>();
        template.resources().forEach((id, resource) -> {
            var needs = References.in(resource.properties()).resources(template.resources().keySet());
            needs.addAll(resource.dependsOn());
            dependencies.put(id, needs);
        });
        return dependencies;
    }

    private boolean isParameter(String name) {
        return template.parameters().containsKey(name) || PseudoParameters.NAMES.contains(name);
    }

    static AwsServiceException unresolved(List<String> names, String block) {
        return ValidationError.format(
                "Unresolved resource dependencies " + names + " in the " + block + " block of the template");
    }
}
