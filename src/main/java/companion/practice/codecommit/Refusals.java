package companion.practice.codecommit;

import companion.practice.fabric.Fault;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codecommit.model.BranchDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.BranchNameRequiredException;
import software.amazon.awssdk.services.codecommit.model.InvalidBranchNameException;
import software.amazon.awssdk.services.codecommit.model.InvalidPathException;
import software.amazon.awssdk.services.codecommit.model.InvalidRepositoryNameException;
import software.amazon.awssdk.services.codecommit.model.PathRequiredException;
import software.amazon.awssdk.services.codecommit.model.RepositoryDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameRequiredException;

/** What CodeCommit refuses in many operations alike, and the checks that lead there. */
final class Refusals {
    private static final Pattern REPOSITORY_NAME = Pattern.compile("[\\w.-]{1,100}");

    private Refusals() {}

    /** CodeCommit's error code is the name of the exception. */
    static AwsServiceException fault(AwsServiceException.Builder builder, String message) {
        return Fault.of(builder, builder.build().getClass().getSimpleName(), message);
    }

    static String repositoryName(@Nullable String name) {
        if (name == null) {
            throw fault(
                    RepositoryNameRequiredException.builder(),
                    "A repository name is required, but was not specified.");
        }
        if (!REPOSITORY_NAME.matcher(name).matches() || name.endsWith(".git")) {
            throw fault(
                    InvalidRepositoryNameException.builder(),
                    "The repository name is not valid. Repository names can be any valid combination of letters,"
                            + " numbers, periods, underscores, and dashes between 1 and 100 characters in length."
                            + " Names are case sensitive. For more information, see Limits in the AWS CodeCommit"
                            + " User Guide. ");
        }
        return name;
    }

    static String branchName(@Nullable String name) {
        if (name == null) {
            throw fault(BranchNameRequiredException.builder(), "A branch name is required, but was not specified.");
        }
        if (name.isEmpty()
                || name.length() > 256
                || name.startsWith(Constants.R_HEADS)
                || !Repository.isValidRefName(Constants.R_HEADS + name)) {
            throw fault(InvalidBranchNameException.builder(), "The specified reference name is not valid.");
        }
        return name;
    }

    /** A path of a file or folder without the slashes at its ends; it may be empty only where a folder is meant. */
    static String path(@Nullable String path, boolean folder) {
        if (path == null || path.isEmpty() && !folder) {
            throw fault(PathRequiredException.builder(), "The filePath for a location cannot be empty or null.");
        }
        var bare = folder ? path.replaceAll("^/+|/+$", "") : path;
        for (var part : bare.split("/", -1)) {
            boolean bad = part.isEmpty() || part.equals(".") || part.equals("..") || part.equalsIgnoreCase(".git");
            if (bad && !bare.isEmpty()) {
                throw fault(InvalidPathException.builder(), "The specified path is not valid.");
            }
        }
        return bare;
    }

    static AwsServiceException noRepository(String name) {
        return fault(RepositoryDoesNotExistException.builder(), name + " does not exist");
    }

    static AwsServiceException noBranch(String name) {
        return fault(BranchDoesNotExistException.builder(), "Could not find branch " + name);
    }
}
