package companion.desktop.wall;

import companion.desktop.notify.Notice;
import companion.desktop.status.State;
import companion.monitor.watch.wall.Notice.Kind;

/** What became of a pipeline, as the window tells it. */
final class News {
    private News() {}

    /**
     * @param tag how its account is called
     * @param open shows the pipeline
     */
    static Notice of(companion.monitor.watch.wall.Notice news, String tag, Runnable open) {
        var key = news.pipeline();
        var where = key.region() + ", " + tag;
        boolean failed = news.kind() == Kind.FAILED;
        var title = failed ? key.name() + ": " + news.headline() : key.name() + " recovered";
        return new Notice(
                failed ? State.FAILED : State.OK, title,
                news.reason().isEmpty() ? where : news.reason() + "\n" + where, true, open);
    }
}
