package companion.desktop.live;

import companion.monitor.watch.Release;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a release was like before, as far as it was seen. No method waits. */
public interface Past {

    /** Nothing was seen before. */
    Past NONE = new Past() {
        @Override
        public Optional<Instant> from() {
            return Optional.empty();
        }

        @Override
        public List<Instant> events() {
            return List.of();
        }

        @Override
        public Optional<Release> at(Instant instant) {
            return Optional.empty();
        }
    };

    /** From when there is something to go back to. */
    Optional<Instant> from();

    /** When something happened, oldest first, each instant once. */
    List<Instant> events();

    /** The release as it was then, its timeline as it had come. */
    Optional<Release> at(Instant instant);
}
