package companion.practice.world;

import java.util.Map;

/**
 * Something from outside that changes the practice cloud, in the form that the journal keeps.
 *
 * @param kind who applies it: the name under which a {@link CommandHandler} was registered
 * @param fields short facts that the handler needs; never a secret
 * @param body the payload, for example a request body or a pack of Git objects
 */
public record Command(String kind, Map<String, String> fields, byte[] body) {

    private static final byte[] EMPTY = {};

    public Command {
        fields = Map.copyOf(fields);
    }

    public static Command of(String kind, Map<String, String> fields) {
        return new Command(kind, fields, EMPTY);
    }

    /** The field's value. */
    public String field(String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Command " + kind + " has no field " + name);
        }
        return value;
    }
}
