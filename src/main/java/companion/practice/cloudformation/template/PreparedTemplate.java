package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A template together with its parameter values: which resources and outputs it has then, and who waits for whom. */
public final class PreparedTemplate {
    private final Template template;
    private final ParameterValues parameters;
    private final PseudoParameters pseudo;
    private final Conditions conditions;
    private final Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    /**
     * Decides the conditions.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if a resource needs one that is left out
     */
    public PreparedTemplate(Template template, ParameterValues parameters, PseudoParameters pseudo) {
        this.template = template;
        this.parameters = parameters;
        this.pseudo = pseudo;
        this.conditions = new Conditions(template.conditions(), new Evaluator(this, new Nowhere()));
        template.resources().forEach((id, resource) -> {
            if (holds(resource.condition())) {
                resources.put(id, resource);
            }
        });
        resources.forEach((id, resource) -> dependencies.put(id, dependencies(resource)));
    }

    private PreparedTemplate(PreparedTemplate original, ParameterValues parameters) {
        this.template = original.template;
        this.parameters = parameters;
        this.pseudo = original.pseudo;
        this.conditions = original.conditions;
        this.resources.putAll(original.resources);
        this.dependencies.putAll(original.dependencies);
    }

    public Template template() {
        return template;
    }

    public ParameterValues parameters() {
        return parameters;
    }

    /** The resources whose condition holds, by logical id. */
    public Map<String, ResourceDeclaration> resources() {
        return resources;
    }

    /** Logical id to the logical ids that must be there first. */
    public Map<String, Set<String>> dependencies() {
        return dependencies;
    }

    /** The outputs whose condition holds. */
    public List<OutputDeclaration> outputs() {
        return template.outputs().values().stream()
                .filter(output -> holds(output.condition()))
                .toList();
    }

    /** The same template with NoEcho values hidden, for whatever is shown. */
    public PreparedTemplate masked() {
        return new PreparedTemplate(this, parameters.masked());
    }

    /** The names of all exports that the template imports. */
    public Set<String> imports(Surroundings surroundings) {
        var evaluator = new Evaluator(this, surroundings);
        var names = new LinkedHashSet<String>();
        var parts = new ArrayList<JsonNode>();
        resources.values().forEach(resource -> parts.add(resource.properties()));
        outputs().forEach(output -> parts.add(output.value()));
        for (var part : parts) {
            for (var written : References.in(part, conditions::test).imports()) {
                if (References.in(written).resources(template.resources().keySet()).isEmpty()) {
                    names.add(evaluator.evaluate(written).asText());
                }
            }
        }
        return names;
    }

    @Nullable JsonNode parameter(String name) {
        var value = pseudo.get(name);
        return value != null ? value : parameters.get(name);
    }

    boolean condition(String name) {
        return conditions.test(name);
    }

    private boolean holds(@Nullable String condition) {
        return condition == null || conditions.test(condition);
    }

    private Set<String> dependencies(ResourceDeclaration resource) {
        var needed = References.in(resource.properties(), conditions::test).resources(template.resources().keySet());
        var absent = needed.stream().filter(id -> !resources.containsKey(id)).toList();
        if (!absent.isEmpty()) {
            throw TemplateRules.unresolved(absent, "Resources");
        }
        var all = new LinkedHashSet<>(needed);
        all.addAll(resource.dependsOn());
        all.retainAll(resources.keySet());
        return all;
    }
}
