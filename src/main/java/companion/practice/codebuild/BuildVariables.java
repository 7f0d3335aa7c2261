package companion.practice.codebuild;

import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.world.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;

/** The environment of a build's commands. Source: "Environment variables in build environments" of the user guide. */
record BuildVariables(Place place) {

    /** What CodeBuild itself sets. */
    Map<String, String> own(BuildJob job, SourceFiles.Placed source) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_DEFAULT_REGION", place.region());
        variables.put("AWS_REGION", place.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_ECS_EC2");
        variables.put("CI", "true");
        variables.put("HOME", "/root");
        variables.put("LANG", "C.UTF-8");
        variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        variables.put("PWD", source.directory());
        variables.put("CODEBUILD_CI", "true");
        variables.put("CODEBUILD_BUILD_ARN", job.arn);
        variables.put("CODEBUILD_BUILD_ID", job.id);
        variables.put("CODEBUILD_BUILD_IMAGE", job.settings.environment().image());
        variables.put("CODEBUILD_BUILD_NUMBER", Long.toString(job.number));
        variables.put("CODEBUILD_BUILD_SUCCEEDING", "1");
        variables.put("CODEBUILD_INITIATOR", job.initiator);
        variables.put("CODEBUILD_KMS_KEY_ID", job.settings.encryptionKey());
        variables.put("CODEBUILD_LOG_PATH", job.logStream == null ? "" : job.logStream);
        variables.put("CODEBUILD_PROJECT_ARN", job.settings.arn());
        variables.put("CODEBUILD_PROJECT_UUID", job.uuid);
        variables.put("CODEBUILD_SRC_DIR", source.directory());
        variables.put("CODEBUILD_START_TIME", Long.toString(job.started.toEpochMilli()));
        source.others().forEach((name, directory) -> variables.put("CODEBUILD_SRC_DIR_" + name, directory));
        if (job.resolvedSourceVersion != null) {
            variables.put("CODEBUILD_RESOLVED_SOURCE_VERSION", job.resolvedSourceVersion);
        }
        if (job.sourceVersion != null) {
            variables.put("CODEBUILD_SOURCE_VERSION", job.sourceVersion);
        }
        if (job.settings.source().location() != null) {
            variables.put("CODEBUILD_SOURCE_REPO_URL", job.settings.source().location());
        }
        return variables;
    }

    /** What people set: the buildspec's variables, and over them the project's, which hold StartBuild's already. */
    static Map<String, String> chosen(BuildJob job, Buildspec spec) throws BuildFailure {
        var parameters = new LinkedHashMap<>(spec.parameterStore());
        var secrets = new LinkedHashMap<>(spec.secretsManager());
        var variables = new LinkedHashMap<>(spec.variables());
        for (var variable : job.settings.environment().environmentVariables()) {
            variables.remove(variable.name());
            parameters.remove(variable.name());
            secrets.remove(variable.name());
            if (variable.type() == EnvironmentVariableType.PARAMETER_STORE) {
                parameters.put(variable.name(), variable.value());
            } else if (variable.type() == EnvironmentVariableType.SECRETS_MANAGER) {
                secrets.put(variable.name(), variable.value());
            } else {
                variables.put(variable.name(), variable.value());
            }
        }
        // Neither store is part of the practice cloud, so whatever is asked of them is not there.
        if (!parameters.isEmpty()) {
            throw new BuildFailure(
                    "Decrypted Variables Error",
                    "parameter does not exist: "
                            + parameters.values().iterator().next());
        }
        if (!secrets.isEmpty()) {
            throw new BuildFailure(
                    "Secrets Manager Error",
                    "ResourceNotFoundException: Secrets Manager can't find the specified secret.");
        }
        return variables;
    }
}
