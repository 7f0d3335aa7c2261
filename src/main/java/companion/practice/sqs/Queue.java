package companion.practice.sqs;

import companion.practice.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A queue and its messages, oldest first. Wakes those who wait for a message when one becomes visible. */
final class Queue {
    private static final Duration PURGE_INTERVAL = Duration.ofSeconds(60);

    final String name;
    final String arn;
    final Instant created;
    final QueueSettings settings = new QueueSettings();
    final Map<String, String> tags = new LinkedHashMap<>();
    Instant modified;

    private final World world;
    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();
    private @Nullable Instant purged;
    private boolean deleted;

    Queue(World world, String name, String arn) {
        this.world = world;
        this.name = name;
        this.arn = arn;
        this.created = world.now();
        this.modified = created;
    }

    /** Throws SQS's refusal of a name or value that is none; then nothing has changed. */
    void change(Map<String, String> attributes) {
        settings.put(attributes);
        modified = world.now();
    }

    /** @param delaySeconds null for the queue's own */
    StoredMessage send(StoredMessage.Content content, @Nullable Integer delaySeconds) {
        int delay = delaySeconds == null ? settings.number(QueueSettings.DELAY) : delaySeconds;
        var now = world.now();
        var message = new StoredMessage(world.ids().uuid(), content, now, now.plusSeconds(delay));
        messages.put(message.id, message);
        if (delay > 0) {
            world.after(Duration.ofSeconds(delay), world::stir);
        } else {
            world.stir();
        }
        return message;
    }

    /** Takes a message over from a queue that gave it up. */
    void moveHere(StoredMessage message, String sourceArn) {
        message.deadLetterSource = sourceArn;
        message.visibleFrom = world.now();
        messages.put(message.id, message);
        world.stir();
    }

    /** Whether a receive would have something to do, which it has also where the queue is gone. */
    boolean isWorthReceiving() {
        var now = world.now();
        return deleted || messages.values().stream().anyMatch(message -> message.isVisible(now) && !isExpired(message, now));
    }

    /** Those that can be received now, oldest first. */
    List<StoredMessage> visible() {
        forgetExpired();
        var now = world.now();
        return messages.values().stream().filter(message -> message.isVisible(now)).toList();
    }

    void hide(StoredMessage message, int seconds) {
        message.visibleFrom = world.now().plusSeconds(seconds);
        if (seconds == 0) {
            world.stir();
        } else {
            // A limit, not work: the instant clock must not jump to where a message that is being handled comes back.
            world.deadline(Duration.ofSeconds(seconds), world::stir);
        }
    }

    void give(StoredMessage message) {
        messages.remove(message.id);
    }

    /** The message that a handle is for; null if it is gone, or has been received again since. */
    @Nullable StoredMessage find(ReceiptHandle handle) {
        var message = messages.get(handle.message());
        return message == null || message.receives != handle.receive() ? null : message;
    }

    /** Throws SQS's refusal if it was purged less than a minute ago. */
    void purge() {
        var now = world.now();
        if (purged != null && now.isBefore(purged.plus(PURGE_INTERVAL))) {
            throw SqsFaults.purgeInProgress(name);
        }
        purged = now;
        messages.clear();
    }

    void delete() {
        deleted = true;
        messages.clear();
        world.stir();
    }

    /** How many can be received, are being handled, and are not yet to be seen. */
    Counts counts() {
        var now = world.now();
        int visible = 0;
        int inFlight = 0;
        int delayed = 0;
        for (var message : messages.values()) {
            if (isExpired(message, now)) {
                continue;
            }
            if (message.isVisible(now)) {
                visible++;
            } else if (message.isInFlight(now)) {
                inFlight++;
            } else {
                delayed++;
            }
        }
        return new Counts(visible, inFlight, delayed);
    }

    record Counts(int visible, int inFlight, int delayed) {}

    private void forgetExpired() {
        var now = world.now();
        for (var message : new ArrayList<>(messages.values())) {
            if (!isExpired(message, now)) {
                return;
            }
            give(message);
        }
    }

    private boolean isExpired(StoredMessage message, Instant now) {
        return !now.isBefore(message.sent.plusSeconds(settings.number(QueueSettings.RETENTION)));
    }
}
