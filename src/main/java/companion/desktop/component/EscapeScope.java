package companion.desktop.component;

/** A part of a screen for which Esc has a meaning of its own, such as to close it. */
public interface EscapeScope {}
