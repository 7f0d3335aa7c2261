package companion.practice.wire.shape;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * The parser's factory, in a class of its own so that it is loaded when the first JSON comes and not when the door
 * opens.
 */
final class Json {
    static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}
}
