package companion.practice.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** The documents that a bucket has only once somebody has put them there: tags, policy, lifecycle. */
final class BucketDocuments {
    private final S3Account account;

    BucketDocuments(S3Account account) {
        this.account = account;
    }

    GetBucketTaggingResponse tagging(GetBucketTaggingRequest request) {
        var tags = settings(request.bucket(), request.expectedBucketOwner()).tags;
        if (tags == null) {
            throw S3Faults.missing("NoSuchTagSet", "The TagSet does not exist");
        }
        return GetBucketTaggingResponse.builder().tagSet(tags).build();
    }

    PutBucketTaggingResponse put(PutBucketTaggingRequest request) {
        var settings = settings(request.bucket(), request.expectedBucketOwner());
        if (request.tagging() == null) {
            throw BucketSettings.malformed();
        }
        settings.tags = unique(request.tagging().tagSet());
        return PutBucketTaggingResponse.builder().build();
    }

    DeleteBucketTaggingResponse delete(DeleteBucketTaggingRequest request) {
        settings(request.bucket(), request.expectedBucketOwner()).tags = null;
        return DeleteBucketTaggingResponse.builder().build();
    }

    GetBucketPolicyResponse policy(GetBucketPolicyRequest request) {
        var policy = settings(request.bucket(), request.expectedBucketOwner()).policy;
        if (policy == null) {
            throw S3Faults.missing("NoSuchBucketPolicy", "The bucket policy does not exist");
        }
        return GetBucketPolicyResponse.builder().policy(policy).build();
    }

    PutBucketPolicyResponse put(PutBucketPolicyRequest request) {
        var settings = settings(request.bucket(), request.expectedBucketOwner());
        if (request.policy() == null || !isJsonObject(request.policy())) {
            throw S3Faults.bad(
                    "MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'");
        }
        settings.policy = request.policy();
        return PutBucketPolicyResponse.builder().build();
    }

    DeleteBucketPolicyResponse delete(DeleteBucketPolicyRequest request) {
        settings(request.bucket(), request.expectedBucketOwner()).policy = null;
        return DeleteBucketPolicyResponse.builder().build();
    }

    GetBucketLifecycleConfigurationResponse lifecycle(GetBucketLifecycleConfigurationRequest request) {
        var rules = settings(request.bucket(), request.expectedBucketOwner()).lifecycle;
        if (rules == null) {
            throw S3Faults.missing(
                    "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
        }
        return GetBucketLifecycleConfigurationResponse.builder().rules(rules).build();
    }

    PutBucketLifecycleConfigurationResponse put(PutBucketLifecycleConfigurationRequest request) {
        var settings = settings(request.bucket(), request.expectedBucketOwner());
        var configuration = request.lifecycleConfiguration();
        if (configuration == null || configuration.rules().isEmpty()) {
            throw BucketSettings.malformed();
        }
        settings.lifecycle = configuration.rules();
        return PutBucketLifecycleConfigurationResponse.builder().build();
    }

    DeleteBucketLifecycleResponse delete(DeleteBucketLifecycleRequest request) {
        settings(request.bucket(), request.expectedBucketOwner()).lifecycle = null;
        return DeleteBucketLifecycleResponse.builder().build();
    }

    /** @throws software.amazon.awssdk.services.s3.model.S3Exception if a key is there twice */
    static List<Tag> unique(List<Tag> tags) {
        var keys = new HashSet<String>();
        for (var tag : tags) {
            if (!keys.add(tag.key())) {
                throw S3Faults.bad("InvalidTag", "Cannot provide multiple Tags with the same key");
            }
        }
        return tags;
    }

    private Settings settings(String name, @Nullable String expectedOwner) {
        return account.bucket(name, expectedOwner).settings();
    }

    private static boolean isJsonObject(String text) {
        try {
            return text.startsWith("{") && new ObjectMapper().readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
