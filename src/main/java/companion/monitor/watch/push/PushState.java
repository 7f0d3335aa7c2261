package companion.monitor.watch.push;

/** Whether an account tells what changes. */
public sealed interface PushState {
    /** Nothing was made; everything is asked for. */
    record Off() implements PushState {}

    record On() implements PushState {}

    /** The queue does not answer now; it is tried again, and meanwhile everything is asked for. */
    record Interrupted(String code, String message) implements PushState {}

    /** The queue, or the rule that fills it, is not there any more, so that everything is asked for until it is made again. */
    record Lost(String code, String message) implements PushState {}

    /** In one sentence. */
    default String says() {
        return switch (this) {
            case Off _ -> "Changes are asked for.";
            case On _ -> "The account tells what changes; a slow check goes on.";
            case Interrupted(var code, var message) ->
                "The queue of changes does not answer (" + code + ": " + message + "), so changes are asked for.";
            case Lost(var code, _) ->
                "The queue of changes, or its rule, is gone (" + code + "), so changes are asked for. Turn on push to make it again.";
        };
    }
}
