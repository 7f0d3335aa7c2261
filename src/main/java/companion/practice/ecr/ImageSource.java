package companion.practice.ecr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be pulled from: a repository of the account, or one of the public images. */
interface ImageSource {

    /** The manifest that a tag or a digest means, null if there is none. */
    @Nullable Manifest find(String reference);

    /** Whether a layer or configuration belongs to it. */
    boolean hasLayer(String digest);

    /** Sorted. */
    List<String> tags();
}
