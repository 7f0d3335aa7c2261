package companion.desktop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemNoticeTest {
    private static final String NASTY = "\"; rm -rf / <b>$(x)</b> & 'y'";

    @Test
    void onLinuxItIsAnArgumentWithoutMarks() {
        var notice = SystemNotice.of("Linux", "checkout-api: Build failed", NASTY).orElseThrow();

        assertThat(notice.words()).startsWith("notify-send").endsWith(
                "--", "checkout-api: Build failed", "\"; rm -rf / &lt;b&gt;$(x)&lt;/b&gt; &amp; 'y'");
    }

    @Test
    void onMacItIsAnArgumentOfTheScriptAndNoPartOfIt() {
        var notice = SystemNotice.of("Mac OS X", "title", NASTY).orElseThrow();

        assertThat(notice.words()).startsWith("osascript", "-e").endsWith("title", NASTY);
        assertThat(notice.words().get(2)).doesNotContain("rm -rf");
    }

    @Test
    void onWindowsItIsAVariable() {
        var notice = SystemNotice.of("Windows 11", "title", NASTY).orElseThrow();

        assertThat(notice.words()).noneMatch(word -> word.contains("rm -rf"));
        assertThat(notice.variables()).containsEntry("NOTICE_TITLE", "title").containsEntry("NOTICE_TEXT", NASTY);
    }

    @Test
    void aLongTextIsCut() {
        var notice = SystemNotice.of("Linux", "title", "x".repeat(1000)).orElseThrow();

        assertThat(notice.words().getLast()).hasSize(240).endsWith("…");
    }

    @Test
    void anUnknownSystemHasNone() {
        assertThat(SystemNotice.of("Plan 9", "title", "text")).isEmpty();
    }

    @Test
    void aSystemWithoutTheCommandShowsNothing() {
        new SystemNotice(java.util.List.of("no-such-command-of-any-system"), java.util.Map.of()).show();
    }
}
