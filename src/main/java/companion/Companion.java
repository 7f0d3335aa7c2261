package companion;

/** The entry: window or console. */
public final class Companion {
    private Companion() {}

    public static void main(String[] args) {
        System.out.println(Runtime.version());
    }
}
