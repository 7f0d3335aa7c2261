package companion.practice.codebuild.shell;

/** How much computing one command of a build may use before it counts as one that never ends. */
public final class Budget {
    private final long limit;
    private long left;

    public Budget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    /** Full again, for the next command. */
    public void refill() {
        left = limit;
    }

    /** @throws EndlessException when it is used up */
    public void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new EndlessException();
        }
    }

    /**
     * The text, each look at which costs: a regular expression that explodes ends the command instead of the machine.
     */
    public CharSequence guard(CharSequence text) {
        return new Guarded(text, this);
    }

    private record Guarded(CharSequence text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
