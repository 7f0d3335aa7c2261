package companion.practice.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which operation an S3 request is, by its method, its target, and the sub-resource that its query names. */
final class S3Routes {

    /** @param mark a name in the query, {@code name=value}, or a header that makes the difference; empty for none */
    private record Rule(String method, String level, String mark, String operation) {}

    /** The first that fits. Source: the URIs of S3's API model. */
    private static final List<Rule> RULES = """
            GET    service  -                     ListBuckets
            PUT    object   x-amz-copy-source&partNumber  UploadPartCopy
            PUT    object   x-amz-copy-source     CopyObject
            PUT    object   partNumber            UploadPart
            PUT    object   tagging               PutObjectTagging
            PUT    object   acl                   PutObjectAcl
            PUT    object   retention             PutObjectRetention
            PUT    object   legal-hold            PutObjectLegalHold
            PUT    object   renameObject          RenameObject
            PUT    object   -                     PutObject
            GET    object   uploadId              ListParts
            GET    object   tagging               GetObjectTagging
            GET    object   acl                   GetObjectAcl
            GET    object   attributes            GetObjectAttributes
            GET    object   retention             GetObjectRetention
            GET    object   legal-hold            GetObjectLegalHold
            GET    object   torrent               GetObjectTorrent
            GET    object   -                     GetObject
            HEAD   object   -                     HeadObject
            DELETE object   uploadId              AbortMultipartUpload
            DELETE object   tagging               DeleteObjectTagging
            DELETE object   -                     DeleteObject
            POST   object   uploads               CreateMultipartUpload
            POST   object   uploadId              CompleteMultipartUpload
            POST   object   restore               RestoreObject
            POST   object   select                SelectObjectContent
            HEAD   bucket   -                     HeadBucket
            POST   bucket   delete                DeleteObjects
            GET    bucket   list-type=2           ListObjectsV2
            GET    bucket   versions              ListObjectVersions
            GET    bucket   uploads               ListMultipartUploads
            GET    bucket   location              GetBucketLocation
            GET    bucket   policyStatus          GetBucketPolicyStatus
            *      bucket   versioning            BucketVersioning
            *      bucket   publicAccessBlock     PublicAccessBlock
            *      bucket   encryption            BucketEncryption
            *      bucket   tagging               BucketTagging
            *      bucket   policy                BucketPolicy
            DELETE bucket   lifecycle             DeleteBucketLifecycle
            *      bucket   lifecycle             BucketLifecycleConfiguration
            *      bucket   notification          BucketNotificationConfiguration
            *      bucket   ownershipControls     BucketOwnershipControls
            *      bucket   acl                   BucketAcl
            *      bucket   cors                  BucketCors
            *      bucket   logging               BucketLogging
            *      bucket   website               BucketWebsite
            *      bucket   replication           BucketReplication
            *      bucket   accelerate            BucketAccelerateConfiguration
            *      bucket   requestPayment        BucketRequestPayment
            *      bucket   object-lock           ObjectLockConfiguration
            *      bucket   intelligent-tiering   BucketIntelligentTieringConfiguration
            *      bucket   inventory             BucketInventoryConfiguration
            *      bucket   analytics             BucketAnalyticsConfiguration
            *      bucket   metrics               BucketMetricsConfiguration
            PUT    bucket   -                     CreateBucket
            DELETE bucket   -                     DeleteBucket
            GET    bucket   -                     ListObjects
            """.lines().map(S3Routes::rule).toList();

    private S3Routes() {}

    static @Nullable String operation(WireRequest request) {
        var method = request.envelope().method();
        var target = S3Target.of(request.envelope());
        var level = target.bucket() == null ? "service" : target.key() == null ? "bucket" : "object";
        var query = request.envelope().parameters();
        for (var rule : RULES) {
            if (rule.level.equals(level)
                    && (rule.method.equals(method) || rule.method.equals("*"))
                    && isMarked(request, query, rule.mark)) {
                return rule.method.equals("*") ? verb(method) + rule.operation : rule.operation;
            }
        }
        return null;
    }

    private static boolean isMarked(WireRequest request, Map<String, String> query, String mark) {
        for (var part : mark.split("&")) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var there = name.startsWith("x-amz-") ? request.header(name) : query.get(name);
            if (!name.isEmpty()
                    && (there == null || equals > 0 && !there.equals(part.substring(equals + 1)))) {
                return false;
            }
        }
        return true;
    }

    private static String verb(String method) {
        return switch (method) {
            case "GET" -> "Get";
            case "PUT" -> "Put";
            case "DELETE" -> "Delete";
            default -> method;
        };
    }

    private static Rule rule(String line) {
        var columns = Objects.requireNonNull(line).split(" +");
        return new Rule(columns[0], columns[1], columns[2].equals("-") ? "" : columns[2], columns[3]);
    }
}
