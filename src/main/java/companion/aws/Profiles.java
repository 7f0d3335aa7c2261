package companion.aws;

import java.util.List;
import software.amazon.awssdk.profiles.ProfileFile;

/** The profiles of the AWS configuration and credentials files (AWS SDKs and Tools Reference, shared config files). */
public final class Profiles {
    private Profiles() {}

    /** Their names, sorted; none if there are no such files or they cannot be read. */
    public static List<String> names() {
        try {
            return ProfileFile.defaultProfileFile().profiles().keySet().stream().sorted().toList();
        } catch (IllegalArgumentException e) {
            // A file that is no configuration offers nothing to choose; choosing a profile by name still says what is wrong.
            return List.of();
        }
    }
}
