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
        var title = news.kind() == Kind.RECOVERED ? key.name() + " recovered" : key.name() + ": " + news.headline();
        return new Notice(
                switch (news.kind()) {
                    case FAILED -> State.FAILED;
                    case ROLLED_BACK -> State.ROLLED_BACK;
                    case RECOVERED -> State.OK;
                },
                title,
                news.reason().isEmpty() ? where : news.reason() + "\n" + where, true, open);
    }
}
