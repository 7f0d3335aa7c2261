package companion.practice.codepipeline;

import companion.practice.fabric.Fault;
import companion.practice.world.Place;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codepipeline.model.ConditionNotOverridableException;
import software.amazon.awssdk.services.codepipeline.model.DuplicatedStopRequestException;
import software.amazon.awssdk.services.codepipeline.model.InvalidActionDeclarationException;
import software.amazon.awssdk.services.codepipeline.model.InvalidStageDeclarationException;
import software.amazon.awssdk.services.codepipeline.model.InvalidStructureException;
import software.amazon.awssdk.services.codepipeline.model.NotLatestPipelineExecutionException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionNotStoppableException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionOutdatedException;
import software.amazon.awssdk.services.codepipeline.model.PipelineNameInUseException;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.StageNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.StageNotRetryableException;
import software.amazon.awssdk.services.codepipeline.model.UnableToRollbackStageException;
import software.amazon.awssdk.services.codepipeline.model.ValidationException;

/** CodePipeline's errors. */
final class PipelineFaults {
    private PipelineFaults() {}

    static AwsServiceException pipelineNotFound(String name, Place place) {
        return Fault.of(
                PipelineNotFoundException.builder(),
                "PipelineNotFoundException",
                "Account '" + place.account() + "' does not have a pipeline with name '" + name + "'");
    }

    static AwsServiceException nameInUse(String name) {
        return Fault.of(
                PipelineNameInUseException.builder(),
                "PipelineNameInUseException",
                "A pipeline with the name '" + name + "' already exists in account. The pipeline name must be unique.");
    }

    static AwsServiceException structure(String text) {
        return Fault.of(InvalidStructureException.builder(), "InvalidStructureException", text);
    }

    static AwsServiceException stage(String text) {
        return Fault.of(InvalidStageDeclarationException.builder(), "InvalidStageDeclarationException", text);
    }

    static AwsServiceException action(String text) {
        return Fault.of(InvalidActionDeclarationException.builder(), "InvalidActionDeclarationException", text);
    }

    static AwsServiceException stageNotFound(String pipeline, String stage) {
        return Fault.of(
                StageNotFoundException.builder(),
                "StageNotFoundException",
                "Pipeline '" + pipeline + "' does not have a stage with name '" + stage + "'");
    }

    static AwsServiceException executionNotFound(String pipeline, String id) {
        return Fault.of(
                PipelineExecutionNotFoundException.builder(),
                "PipelineExecutionNotFoundException",
                "PipelineExecution with ID " + id + " was not found in pipeline " + pipeline + ".");
    }

    static AwsServiceException stageNotRetryable(String text) {
        return Fault.of(StageNotRetryableException.builder(), "StageNotRetryableException", text);
    }

    static AwsServiceException notLatest(String text) {
        return Fault.of(NotLatestPipelineExecutionException.builder(), "NotLatestPipelineExecutionException", text);
    }

    static AwsServiceException notStoppable(String id, String status) {
        return Fault.of(
                PipelineExecutionNotStoppableException.builder(),
                "PipelineExecutionNotStoppableException",
                "Pipeline execution " + id + " can't be stopped because it is in the state " + status + ".");
    }

    static AwsServiceException duplicatedStop(String id) {
        return Fault.of(
                DuplicatedStopRequestException.builder(),
                "DuplicatedStopRequestException",
                "Pipeline execution " + id + " is already stopping. Choose abandon to stop it without waiting.");
    }

    static AwsServiceException notOverridable(String text) {
        return Fault.of(ConditionNotOverridableException.builder(), "ConditionNotOverridableException", text);
    }

    static AwsServiceException unableToRollBack(String text) {
        return Fault.of(UnableToRollbackStageException.builder(), "UnableToRollbackStageException", text);
    }

    static AwsServiceException outdated(String text) {
        return Fault.of(
                PipelineExecutionOutdatedException.builder(), "PipelineExecutionOutdatedException", text);
    }

    static AwsServiceException validation(String text) {
        return Fault.of(ValidationException.builder(), "ValidationException", text);
    }
}
