package companion.desktop.shell;

/**
 * What a view is about that is not about the workshop.
 *
 * @param view which names it
 * @param places where it looks, such as {@code 4 regions}; empty if that is the connection's
 */
public record Scope(ViewId view, String places) {}
