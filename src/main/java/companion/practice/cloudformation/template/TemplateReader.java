package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the sections of a template's tree. The errors are the "Template format error" texts of AWS. */
final class TemplateReader {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs",
            "Hooks");
    private static final Set<String> RESOURCE_MEMBERS = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Condition",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "UpdatePolicy",
            "CreationPolicy",
            "Metadata",
            "Description");
    private static final int MAX_RESOURCES = 500;

    private final ObjectNode root;

    TemplateReader(ObjectNode root) {
        this.root = root;
    }

    Template read(String text) {
        checkSections();
        refuseNulls("", root);
        var version = scalar("AWSTemplateFormatVersion");
        if (version != null && !version.equals("2010-09-09")) {
            throw ValidationError.format("unsupported value for AWSTemplateFormatVersion.");
        }
        var resources = section("Resources", "Resource", TemplateReader::resource);
        if (resources.isEmpty()) {
            throw ValidationError.format("At least one Resources member must be defined.");
        }
        if (resources.size() > MAX_RESOURCES) {
            throw ValidationError.format("Number of resources, %d, is greater than maximum allowed, %d"
                    .formatted(resources.size(), MAX_RESOURCES));
        }
        return new Template(
                text,
                version,
                scalar("Description"),
                section("Parameters", "Parameter", ParameterReader::read),
                object("Mappings"),
                section("Conditions", "Condition", (name, node) -> node),
                resources,
                section("Outputs", "Output", TemplateReader::output),
                transforms(),
                root.path("Metadata"));
    }

    private void checkSections() {
        var unknown = new ArrayList<String>();
        root.fieldNames().forEachRemaining(name -> {
            if (!SECTIONS.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw ValidationError.of("Invalid template property or properties " + unknown);
        }
        for (var section : List.of("Rules", "Hooks")) {
            if (root.has(section)) {
                throw ValidationError.format("The practice cloud does not support the section " + section + ".");
            }
        }
    }

    private static void refuseNulls(String path, JsonNode node) {
        if (node.isNull()) {
            throw ValidationError.format("[" + path + "] 'null' values are not allowed in templates");
        }
        if (node.isObject()) {
            node.properties().forEach(member -> refuseNulls(path + "/" + member.getKey(), member.getValue()));
        } else {
            for (int i = 0; i < node.size(); i++) {
                refuseNulls(path + "/" + i, node.get(i));
            }
        }
    }

    private <T> Map<String, T> section(String section, String kind, BiFunction<String, JsonNode, T> reader) {
        var members = new LinkedHashMap<String, T>();
        object(section).properties().forEach(member -> {
            if (!member.getKey().matches("[a-zA-Z0-9]+")) {
                throw ValidationError.format(kind + " name " + member.getKey() + " is non alphanumeric.");
            }
            members.put(member.getKey(), reader.apply(member.getKey(), member.getValue()));
        });
        return members;
    }

    private ObjectNode object(String section) {
        return switch (root.path(section)) {
            case ObjectNode object -> object;
            case MissingNode _ -> JsonNodeFactory.instance.objectNode();
            default -> throw ValidationError.format(section + " must be an object.");
        };
    }

    private @Nullable String scalar(String name) {
        var value = root.path(name);
        if (value.isContainerNode()) {
            throw ValidationError.format("Every " + name + " member must be a string.");
        }
        return value.isMissingNode() ? null : value.asText();
    }

    private List<String> transforms() {
        var written = root.path("Transform");
        var names = new ArrayList<String>();
        for (var one : written.isArray() ? written : List.of(written)) {
            if (!one.isMissingNode()) {
                names.add(one.isObject() ? one.path("Name").asText() : one.asText());
            }
        }
        return List.copyOf(names);
    }

    private static ResourceDeclaration resource(String id, JsonNode node) {
        if (!node.isObject()) {
            throw ValidationError.format("[/Resources/" + id + "] resource definition is malformed");
        }
        if (!node.path("Type").isTextual()) {
            throw ValidationError.format("[/Resources/" + id + "] Every Resources object must contain a Type member.");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!RESOURCE_MEMBERS.contains(name)) {
                throw ValidationError.of("Invalid template resource property '" + name + "'");
            }
        });
        var properties = node.path("Properties");
        if (!properties.isMissingNode() && !properties.isObject()) {
            throw ValidationError.format(
                    "[/Resources/" + id + "/Properties] Every Properties member must be an object.");
        }
        var type = node.get("Type").textValue();
        return new ResourceDeclaration(
                id,
                type,
                properties instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                dependsOn(node.path("DependsOn")),
                text(node, "Condition"),
                DeletionPolicy.read(id, type, "DeletionPolicy", node.path("DeletionPolicy")),
                DeletionPolicy.read(id, type, "UpdateReplacePolicy", node.path("UpdateReplacePolicy")),
                node.path("Metadata"),
                text(node, "Description"));
    }

    private static Set<String> dependsOn(JsonNode written) {
        var names = new LinkedHashSet<String>();
        for (var one : written.isArray() ? written : List.of(written)) {
            if (one.isTextual()) {
                names.add(one.textValue());
            } else if (!one.isMissingNode()) {
                throw ValidationError.format("DependsOn must be a string or list of strings.");
            }
        }
        return names;
    }

    private static OutputDeclaration output(String name, JsonNode node) {
        if (!node.has("Value")) {
            throw ValidationError.format("Every Outputs member must contain a Value object");
        }
        var export = node.path("Export");
        if (!export.isMissingNode() && !export.has("Name")) {
            throw ValidationError.format(
                    "[/Outputs/" + name + "/Export] Every Export member must contain a Name object");
        }
        return new OutputDeclaration(
                name, node.get("Value"), text(node, "Description"), export.get("Name"), text(node, "Condition"));
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.path(member).isValueNode() ? node.get(member).asText() : null;
    }
}
