package companion.practice.wire;

import companion.practice.fabric.Caller;
import companion.practice.wire.shape.JsonReader;
import companion.practice.wire.shape.JsonWriter;
import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.world.Blobs;
import companion.practice.world.Command;
import java.util.HashMap;
import java.util.Map;

/**
 * How the journal keeps a call: who made it, which operation, and its request as JSON under the model's names, whatever
 * protocol it came by. Content is kept as a blob and named by its SHA-256.
 */
final class JournalForm {
    static final String KIND = "api";

    private final Operations operations;
    private final Blobs blobs;
    private final JsonReader reader;
    private final JsonWriter writer;

    JournalForm(Operations operations, Blobs blobs, JsonReader reader, JsonWriter writer) {
        this.operations = operations;
        this.blobs = blobs;
        this.reader = reader;
        this.writer = writer;
    }

    /** A call and who made it. */
    record Entry(Call call, Caller caller) {}

    Command write(Call call, Caller caller) {
        var fields = new HashMap<>(Map.of(
                "service", call.operation().service().signingName(),
                "region", call.region(),
                "operation", call.operation().name(),
                "caller", caller.arn(),
                "callerId", caller.userId()));
        var content = call.content();
        if (content != null) {
            fields.put("content", blobs.put(content));
        }
        return new Command(KIND, fields, writer.write(call.request()));
    }

    /** @throws IllegalStateException if the operation is no longer there, as after going back to an older program */
    Entry read(Command command) throws MalformedShapeException {
        var service = AwsService.signedAs(command.field("service"));
        var region = command.field("region");
        if (service == null
                || !(operations.find(service, region, command.field("operation"))
                        instanceof Operations.Found.Offered found)) {
            throw new IllegalStateException("The journal has a call that nothing here works: " + command.fields());
        }
        var builder = found.operation().newRequestBuilder();
        reader.read(command.body(), builder);
        var content = command.fields().get("content");
        return new Entry(
                new Call(
                        found.operation(),
                        region,
                        Operation.build(builder),
                        content == null ? null : blobs.get(content)),
                new Caller(command.field("caller"), command.field("callerId"), null));
    }
}
