package companion.workshop;

/**
 * Why something did not work, for a person.
 *
 * @param code stable, to search for: {@code CODEBUILD_ROLE_NOT_ASSUMABLE}
 * @param what happened, one sentence
 * @param why it usually happens
 * @param next what to do now
 * @param details to copy into a question: AWS's code, text and request id; never a secret
 */
public record Problem(String code, String what, String why, String next, String details) {}
