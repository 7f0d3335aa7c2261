package companion.workshop;

/**
 * Something that a step produced and that is worth showing, copying or opening.
 *
 * @param name for example {@code Clone URL}
 */
public record Output(String name, String value, Kind kind) {
    public enum Kind {
        TEXT,
        ARN,
        LINK,
        FOLDER
    }

    public static Output text(String name, String value) {
        return new Output(name, value, Kind.TEXT);
    }

    public static Output arn(String name, String value) {
        return new Output(name, value, Kind.ARN);
    }

    public static Output link(String name, String value) {
        return new Output(name, value, Kind.LINK);
    }
}
