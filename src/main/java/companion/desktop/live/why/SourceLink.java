package companion.desktop.live.why;

import companion.monitor.why.Why;

/** What a press of the link to a line of source does. */
public interface SourceLink {
    /** In words: {@code Copy buildspec.yaml:16}. */
    String words(Why.Source source);

    void follow(Why.Source source);
}
