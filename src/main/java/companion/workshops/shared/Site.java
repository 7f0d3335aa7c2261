package companion.workshops.shared;

import companion.aws.Connection;
import companion.aws.Pace;
import java.nio.file.Path;

/**
 * Where a workshop takes place.
 *
 * @param account twelve digits
 * @param pace of everything that waits for AWS
 * @param cache a folder for what need not be fetched twice
 */
public record Site(Connection connection, String account, Pace pace, Path cache) {
    public String region() {
        return connection.region();
    }
}
