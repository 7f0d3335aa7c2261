package companion.practice.world;

/**
 * How fast virtual time passes: a factor of real time, {@link #PAUSED}, or {@link #INSTANT}, where it stands still until
 * somebody looks and then jumps over all the work that is planned.
 *
 * @param factor virtual seconds per real second; 0 is paused, infinity is instant
 */
public record Speed(double factor) {
    public static final Speed PAUSED = new Speed(0);
    public static final Speed REAL = new Speed(1);
    public static final Speed INSTANT = new Speed(Double.POSITIVE_INFINITY);

    public Speed {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("A speed is 0 or more, not " + factor);
        }
    }

    public boolean isInstant() {
        return Double.isInfinite(factor);
    }

    public boolean isPaused() {
        return factor == 0;
    }

    /**
     * Reads {@code instant}, {@code paused} or a factor such as {@code 30}.
     *
     * @throws IllegalArgumentException with a sentence for the user if the text is none of these
     */
    public static Speed parse(String text) {
        switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "instant":
                return INSTANT;
            case "paused":
                return PAUSED;
            default:
        }
        try {
            double factor = Double.parseDouble(text.strip());
            if (factor > 0 && factor <= 100_000) {
                return new Speed(factor);
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence that says what is accepted.
        }
        throw new IllegalArgumentException("Speed is a factor up to 100000, such as 1, 30 or 300, or instant; not " + text);
    }

    @Override
    public String toString() {
        if (isInstant()) {
            return "instant";
        }
        if (isPaused()) {
            return "paused";
        }
        return factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
    }
}
