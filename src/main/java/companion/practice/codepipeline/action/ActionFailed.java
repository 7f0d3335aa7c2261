package companion.practice.codepipeline.action;

/** An action cannot be done: CodePipeline's error code and text of the action. */
public final class ActionFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code JobFailed, ConfigurationError, PermissionError, RevisionUnavailable, … (facts, section 4.1) */
    public ActionFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    public static ActionFailed configuration(String message) {
        return new ActionFailed("ConfigurationError", message);
    }

    public static ActionFailed permission(String message) {
        return new ActionFailed("PermissionError", message);
    }

    public String code() {
        return code;
    }
}
