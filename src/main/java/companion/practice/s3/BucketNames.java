package companion.practice.s3;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which names a bucket may have. Source: "General purpose bucket naming rules" of the S3 user guide. */
final class BucketNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final Pattern RESERVED =
            Pattern.compile("(?:xn--|sthree-|amzn-s3-demo-).*|.*(?:-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)");

    private BucketNames() {}

    static String valid(@Nullable String name) {
        if (name == null
                || !NAME.matcher(name).matches()
                || name.contains("..")
                || ADDRESS.matcher(name).matches()
                || RESERVED.matcher(name).matches()) {
            throw S3Faults.bad("InvalidBucketName", "The specified bucket is not valid.");
        }
        return name;
    }
}
