package companion.desktop.live;

import companion.desktop.component.Clip;
import companion.desktop.context.AppContext;
import companion.desktop.live.why.SourceLink;
import companion.monitor.why.Why.Source;

/** Opens a line of source in the AWS console; where there is no page of it, copies where it is, as editors take it. */
final class ConsoleLink implements SourceLink {
    private final AppContext context;

    ConsoleLink(AppContext context) {
        this.context = context;
    }

    @Override
    public String words(Source source) {
        return hasPage(source) ? "Open " + position(source) + " in the AWS console" : "Copy " + position(source);
    }

    @Override
    public void follow(Source source) {
        if (hasPage(source)) {
            context.open(ConsoleAddress.line(
                    context.connection().region(), source.revision(), source.file(), source.line()));
        } else {
            Clip.copy(position(source));
        }
    }

    private boolean hasPage(Source source) {
        return source.revision() != null && !context.connection().isPractice();
    }

    private static String position(Source source) {
        return source.file() + ":" + source.line();
    }
}
