package companion.workshops;

import companion.aws.Connection;
import companion.aws.Pace;
import companion.workshop.Retries;
import companion.workshop.Session;
import companion.workshop.WorkshopSession;
import companion.workshops.shared.AwsDiagnosis;
import companion.workshops.shared.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Somebody at a workshop: the connection, and the session that goes on where the last one in the same account, region
 * and workspace ended. Close it to end both; what runs is stopped, and nothing is lost.
 */
public record Visit(Catalog.Entry entry, Connection connection, Site site, Session session) implements AutoCloseable {

    /**
     * Asks STS who is calling, and opens the session of that account.
     *
     * @param data the folder in which ledgers and choices are kept
     * @param workingCopy where the learner's clone goes unless another folder was chosen
     * @param clock by which things are dated
     * @throws IOException also if the session is open elsewhere, with a sentence for the learner
     */
    public static Visit open(Catalog.Entry entry, Connection connection, Pace pace, Path data, Path workingCopy,
            InstantSource clock)
            throws IOException {
        connection.prepare();
        var account = connection.identity().account();
        var site = new Site(connection, account, pace, data.resolve("image-layers"));
        var retries = connection.isPractice() ? new Retries(10, 30, pace::pause) : Retries.USUAL;
        var session = WorkshopSession.open(
                entry.factory().at(site, workingCopy),
                data.resolve(account + "-" + connection.region()).resolve(entry.id()),
                new AwsDiagnosis(),
                retries,
                clock);
        return new Visit(entry, connection, site, session);
    }

    @Override
    public void close() {
        session.close();
        connection.close();
    }
}
