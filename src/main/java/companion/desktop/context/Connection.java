package companion.desktop.context;

/**
 * The facts of a connection, as the header shows them.
 *
 * @param kind whether money can be spent
 * @param label {@code Practice cloud} or {@code AWS, profile workshop}
 * @param region {@code us-east-1}
 * @param account twelve digits
 */
public record Connection(Kind kind, String label, String region, String account) {
    public enum Kind {
        PRACTICE,
        REAL_READ_ONLY,
        REAL
    }

    public boolean isPractice() {
        return kind == Kind.PRACTICE;
    }

    /** The account with its middle left out: {@code 1234…9012}. */
    public String shortAccount() {
        return account.length() < 9 ? account : account.substring(0, 4) + "…" + account.substring(account.length() - 4);
    }

    /** How a question that cannot be undone names the account: {@code account 4417…2209 in us-east-1}. */
    public String named() {
        return (isPractice() ? "the practice account " : "account ") + shortAccount() + " in " + region;
    }
}
