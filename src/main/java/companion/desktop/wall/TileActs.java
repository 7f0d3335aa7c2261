package companion.desktop.wall;

import companion.desktop.component.Clip;
import companion.desktop.context.AppContext;
import companion.monitor.snapshot.PipelineKey;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What can be done with a tile. */
final class TileActs {
    /** Why a pipeline of the practice cloud cannot be looked at elsewhere. */
    static final String NO_CONSOLE = "The practice cloud has no AWS console; the live view shows all there is.";

    private final AppContext context;
    private final WallFeed feed;
    private final Consumer<PipelineKey> watch;
    private final Consumer<PipelineKey> pin;
    private final BiConsumer<String, String> say;

    /**
     * @param watch opens the live view
     * @param pin pins, or lets go
     * @param say tells what was done, with the text it is about
     */
    TileActs(
            AppContext context,
            WallFeed feed,
            Consumer<PipelineKey> watch,
            Consumer<PipelineKey> pin,
            BiConsumer<String, String> say) {
        this.context = context;
        this.feed = feed;
        this.watch = watch;
        this.pin = pin;
        this.say = say;
    }

    void watch(TileItem item) {
        watch.accept(item.key());
    }

    void pin(TileItem item) {
        pin.accept(item.key());
    }

    boolean hasConsole(TileItem item) {
        return feed.hasConsole(item.key().account());
    }

    void openConsole(TileItem item) {
        if (hasConsole(item)) {
            context.open(PipelineLinks.console(item.key()));
        } else {
            say.accept("No page to open", NO_CONSOLE);
        }
    }

    void copyCommand(TileItem item) {
        var command = PipelineLinks.command(item.key(), feed.options(item.key().account()));
        Clip.copy(command);
        say.accept("Copied", command);
    }
}
