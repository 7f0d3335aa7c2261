package companion.desktop.live.log;

import companion.monitor.snapshot.Log;
import java.util.Arrays;

/**
 * The lines of a log that contain a text, whatever the case of its letters. Looks through lines that were added only. Not
 * thread-safe.
 */
final class LogFind {
    private final String wanted;
    private int[] hits = new int[64];
    private int found;
    private int looked;

    LogFind(String text) {
        wanted = text;
    }

    String wanted() {
        return wanted;
    }

    /** @return the numbers of the lines, ascending */
    int[] in(Log log) {
        for (; looked < log.size(); looked++) {
            if (contains(LogRows.text(log.get(looked).text()), wanted)) {
                if (found == hits.length) {
                    hits = Arrays.copyOf(hits, found * 2);
                }
                hits[found++] = looked;
            }
        }
        return Arrays.copyOf(hits, found);
    }

    static boolean contains(String text, String wanted) {
        for (int at = 0; at + wanted.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }

    /** The index of the hit to go to from a line, onwards or back, around the end. */
    static int step(int[] hits, int line, boolean back) {
        int at = Arrays.binarySearch(hits, line);
        int next = at >= 0 ? (back ? at - 1 : at + 1) : (back ? -at - 2 : -at - 1);
        return Math.floorMod(next, hits.length);
    }
}
