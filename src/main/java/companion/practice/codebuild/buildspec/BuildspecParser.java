package companion.practice.codebuild.buildspec;

import companion.practice.codebuild.buildspec.Buildspec.Artifacts;
import companion.practice.codebuild.buildspec.Buildspec.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads buildspecs. */
public final class BuildspecParser {
    private static final Set<String> PHASES = Set.of("install", "pre_build", "build", "post_build");
    private static final Set<String> RUNTIMES = Set.of("dotnet", "golang", "java", "nodejs", "php", "python", "ruby");

    private BuildspecParser() {}

    /** @throws BuildspecException with the message of a YAML_FILE_ERROR */
    public static Buildspec parse(String text) throws BuildspecException {
        var root = Yaml.parse(text).map("the buildspec");
        var version = root.containsKey("version") ? root.get("version").text("version") : "";
        if (!version.equals("0.1") && !version.equals("0.2")) {
            throw new BuildspecException("invalid buildspec `version` specified: " + version + ", see documentation");
        }
        if (!root.containsKey("phases")) {
            throw new BuildspecException("phases: required section is missing");
        }
        var env = root.containsKey("env") ? root.get("env").map("env") : Map.<String, Yaml>of();
        var variables = Yaml.texts(env.get("variables"), "variables");
        if (version.equals("0.1") && root.containsKey("environment_variables")) {
            variables.putAll(Yaml.texts(
                    root.get("environment_variables")
                            .map("environment_variables")
                            .get("plaintext"),
                    "plaintext"));
        }
        var artifacts = root.get("artifacts");
        var cache = root.containsKey("cache") ? root.get("cache").map("cache") : Map.<String, Yaml>of();
        return new Buildspec(
                version,
                Yaml.textOrNull(env.get("shell"), "shell"),
                variables,
                Yaml.texts(env.get("parameter-store"), "parameter-store"),
                Yaml.texts(env.get("secrets-manager"), "secrets-manager"),
                Yaml.textList(env.get("exported-variables"), "exported-variables"),
                phases(root.get("phases")),
                artifacts == null || !artifacts.map("artifacts").containsKey("files") ? null : artifacts(artifacts),
                secondary(artifacts),
                Yaml.textList(cache.get("paths"), "paths"));
    }

    private static Map<String, Phase> phases(Yaml yaml) throws BuildspecException {
        var phases = new LinkedHashMap<String, Phase>();
        for (var entry : yaml.map("phases").entrySet()) {
            if (!PHASES.contains(entry.getKey())) {
                throw new BuildspecException("Invalid buildspec phase name: " + entry.getKey()
                        + ". Expecting: build,install,post_build,pre_build");
            }
            phases.put(entry.getKey(), phase(entry.getValue()));
        }
        return phases;
    }

    private static Phase phase(Yaml yaml) throws BuildspecException {
        var members = yaml.map("phase");
        var runtimes = Yaml.texts(members.get("runtime-versions"), "runtime-versions");
        for (var runtime : runtimes.keySet()) {
            if (!RUNTIMES.contains(runtime)) {
                throw new BuildspecException("Unknown runtime named '" + runtime
                        + "'. This build image has the following runtimes: dotnet, golang, java, nodejs, php,"
                        + " python, ruby");
            }
        }
        var onFailure = Yaml.textOrNull(members.get("on-failure"), "on-failure");
        if (onFailure != null && !onFailure.matches("ABORT|CONTINUE|RETRY(-\\d+)?(-.+)?")) {
            throw new BuildspecException(
                    "Invalid value for on-failure: " + onFailure + ". Expecting: ABORT,CONTINUE,RETRY");
        }
        return new Phase(
                commands(members.get("commands"), "Commands"),
                commands(members.get("finally"), "Finally"),
                onFailure,
                Yaml.textOrNull(members.get("run-as"), "run-as"),
                runtimes);
    }

    private static List<String> commands(@Nullable Yaml yaml, String what) throws BuildspecException {
        var commands = new ArrayList<String>();
        var elements = yaml == null ? List.<Yaml>of() : yaml.list(what);
        for (int i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            if (!element.isScalar()) {
                throw new BuildspecException("Expected " + what + "[" + i
                        + "] to be of string type: found subkeys instead at line " + element.line()
                        + ", value of the key tag on line " + Math.max(1, element.line() - 1) + " might be empty");
            }
            commands.add(element.text(what));
        }
        return commands;
    }

    private static Artifacts artifacts(Yaml yaml) throws BuildspecException {
        var members = yaml.map("artifacts");
        var discard = Yaml.textOrNull(members.get("discard-paths"), "discard-paths");
        return new Artifacts(
                Yaml.textList(members.get("files"), "files"),
                Yaml.textList(members.get("exclude-paths"), "exclude-paths"),
                Yaml.textOrNull(members.get("base-directory"), "base-directory"),
                discard != null && discard.matches("(?i)yes|true|on"),
                Yaml.textOrNull(members.get("name"), "name"));
    }

    private static Map<String, Artifacts> secondary(@Nullable Yaml artifacts) throws BuildspecException {
        var all = new LinkedHashMap<String, Artifacts>();
        var section = artifacts == null ? null : artifacts.map("artifacts").get("secondary-artifacts");
        if (section != null) {
            for (var entry : section.map("secondary-artifacts").entrySet()) {
                all.put(entry.getKey(), artifacts(entry.getValue()));
            }
        }
        return all;
    }
}
