package companion.practice.sqs;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAddressException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueDeletedRecentlyException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** SQS's errors, with the codes of its JSON protocol. */
final class SqsFaults {
    private SqsFaults() {}

    static AwsServiceException noQueue() {
        return Fault.of(
                QueueDoesNotExistException.builder(), "QueueDoesNotExist", "The specified queue does not exist.");
    }

    static AwsServiceException notAnAddress(String url) {
        return Fault.of(
                InvalidAddressException.builder(),
                404,
                "InvalidAddress",
                "The address " + url + " is not valid for this endpoint.");
    }

    static AwsServiceException nameExists(String attribute) {
        return Fault.of(
                QueueNameExistsException.builder(),
                "QueueNameExists",
                "A queue already exists with the same name and a different value for attribute " + attribute);
    }

    static AwsServiceException deletedRecently() {
        return Fault.of(
                QueueDeletedRecentlyException.builder(),
                "QueueDeletedRecently",
                "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
    }

    static AwsServiceException purgeInProgress(String queue) {
        return Fault.of(
                PurgeQueueInProgressException.builder(),
                403,
                "PurgeQueueInProgress",
                "Only one PurgeQueue operation on " + queue + " is allowed every 60 seconds.");
    }

    static AwsServiceException notOffered(String sentence) {
        return Fault.of(UnsupportedOperationException.builder(), "UnsupportedOperation", sentence);
    }

    static AwsServiceException missing(String parameter) {
        return Fault.of(
                SqsException.builder(),
                "MissingParameter",
                "The request must contain the parameter " + parameter + ".");
    }

    static AwsServiceException parameter(String message) {
        return Fault.of(SqsException.builder(), "InvalidParameterValue", message);
    }

    static AwsServiceException parameter(Object value, String name, String reason) {
        return parameter("Value " + value + " for parameter " + name + " is invalid. Reason: " + reason);
    }

    static AwsServiceException unknownAttribute(String name) {
        return Fault.of(
                InvalidAttributeNameException.builder(), "InvalidAttributeName", "Unknown Attribute " + name + ".");
    }

    static AwsServiceException attributeValue(String name) {
        return Fault.of(
                InvalidAttributeValueException.builder(),
                "InvalidAttributeValue",
                "Invalid value for the parameter " + name + ".");
    }

    static AwsServiceException contents() {
        return Fault.of(
                InvalidMessageContentsException.builder(),
                "InvalidMessageContents",
                "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | "
                        + "#xE000 to #xFFFD | #x10000 to #x10FFFF");
    }

    static AwsServiceException handle(String handle) {
        return Fault.of(
                ReceiptHandleIsInvalidException.builder(),
                404,
                "ReceiptHandleIsInvalid",
                "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    static AwsServiceException emptyBatch(String entry) {
        return Fault.of(
                EmptyBatchRequestException.builder(),
                "EmptyBatchRequest",
                "There should be at least one " + entry + " in the request.");
    }

    static AwsServiceException tooManyEntries(int sent) {
        return Fault.of(
                TooManyEntriesInBatchRequestException.builder(),
                "TooManyEntriesInBatchRequest",
                "Maximum number of entries per request are 10. You have sent " + sent + ".");
    }

    static AwsServiceException batchTooLong(int limit, int sent) {
        return Fault.of(
                BatchRequestTooLongException.builder(),
                "BatchRequestTooLong",
                "Batch requests cannot be longer than " + limit + " bytes. You have sent " + sent + " bytes.");
    }

    static AwsServiceException entryId() {
        return Fault.of(
                InvalidBatchEntryIdException.builder(),
                "InvalidBatchEntryId",
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                        + "It can be at most 80 letters long.");
    }

    static AwsServiceException idRepeated(String id) {
        return Fault.of(
                BatchEntryIdsNotDistinctException.builder(), "BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
    }
}
