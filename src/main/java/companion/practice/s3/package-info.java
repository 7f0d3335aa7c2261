/**
 * S3: buckets with their settings, objects with their versions, multipart uploads.
 *
 * <p>Bytes are blobs of the world; what is kept here is who they belong to. It knows {@code world}, {@code fabric} and
 * the SDK's model, and asks no other room for anything.
 */
@NullMarked
package companion.practice.s3;

import org.jspecify.annotations.NullMarked;
