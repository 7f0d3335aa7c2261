package companion.practice.wire;

import companion.practice.fabric.Caller;
import companion.practice.fabric.LongPoll;
import companion.practice.fabric.Redacting;
import companion.practice.world.World;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/** Has rooms work calls: a reading one at once, a changing one by way of the journal. */
final class Dispatcher {
    private final World world;
    private final Directory directory;
    private final JournalForm form;

    /** Registers what applies the journal's calls, so this is to be made before the world starts. */
    Dispatcher(World world, Directory directory, JournalForm form) {
        this.world = world;
        this.directory = directory;
        this.form = form;
        world.on(JournalForm.KIND, command -> {
            var entry = form.read(command);
            return work(entry.call(), entry.caller());
        });
    }

    /** Works the call under the world's lock. Throws what the room throws. */
    Reply perform(Call whole, Caller caller) throws Exception {
        if (whole.operation().reads()) {
            return world.read(() -> work(whole, caller));
        }
        var call = redacted(whole);
        var poll = longPoll(call);
        if (poll == null) {
            return (Reply) Objects.requireNonNull(world.submit(form.write(call, caller)));
        }
        var reply = world.submitWhen(poll.ready(), poll.atMost(), form.write(call, caller));
        return reply == null ? new Reply(poll.empty(), null) : (Reply) reply;
    }

    private Call redacted(Call call) {
        return room(call) instanceof Redacting room
                ? world.underLock(() -> call.with(room.redacted(call.request())))
                : call;
    }

    private @Nullable LongPoll longPoll(Call call) {
        return room(call) instanceof LongPoll.Room room ? world.underLock(() -> room.longPoll(call.request())) : null;
    }

    private Reply work(Call call, Caller caller) throws Exception {
        var room = room(call);
        return ScopedValue.where(Caller.CURRENT, caller).call(() -> call.operation().invoke(room, call));
    }

    private SdkClient room(Call call) {
        var service = call.operation().service();
        return Objects.requireNonNull(directory.room(service, call.region()), service.signingName());
    }
}
