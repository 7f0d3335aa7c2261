package companion.practice.codecommit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Caller;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A reference that came, moved or went.
 *
 * @param fullName for example {@code refs/heads/main}
 * @param before null if it came
 * @param after null if it went
 */
record RefChange(String fullName, @Nullable ObjectId before, @Nullable ObjectId after) {

    /** Null for a tag. */
    @Nullable String branch() {
        return fullName.startsWith(Constants.R_HEADS) ? fullName.substring(Constants.R_HEADS.length()) : null;
    }

    /** The detail of the event, as in the CodeCommit user guide under "Monitoring CodeCommit events in EventBridge". */
    ObjectNode detail(CodeRepository repository, Caller caller) {
        var branch = branch();
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("callerUserArn", caller.arn());
        if (after != null) {
            detail.put("commitId", after.name());
        }
        detail.put("event", event());
        if (before != null) {
            detail.put("oldCommitId", before.name());
        }
        detail.put("referenceFullName", fullName);
        detail.put("referenceName", branch == null ? fullName.substring(Constants.R_TAGS.length()) : branch);
        detail.put("referenceType", branch == null ? "tag" : "branch");
        detail.put("repositoryId", repository.id());
        detail.put("repositoryName", repository.name());
        return detail;
    }

    private String event() {
        if (before == null) {
            return "referenceCreated";
        }
        return after == null ? "referenceDeleted" : "referenceUpdated";
    }
}
