package companion.practice.cloudformation.resource;

/** Whether what was begun has come to an end. */
public sealed interface Progress {
    Progress DONE = new Done();
    Progress WAITING = new Waiting();

    static Progress doneWhen(boolean done) {
        return done ? DONE : WAITING;
    }

    record Done() implements Progress {}

    record Waiting() implements Progress {}

    /** @param reason what the service says */
    record Failed(String reason) implements Progress {}
}
