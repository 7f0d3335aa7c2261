package companion.monitor.timeline;

import static companion.monitor.snapshot.Scene.t;
import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.timeline.Change.HealthChanged;
import companion.monitor.timeline.Change.TaskStopped;
import companion.monitor.timeline.Change.TasksChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
    @Test
    void tasksThatStartAndStopForHoursHaveNoCauseThatGrowsForEver() {
        var story = Story.EMPTY;
        for (int round = 0; round < 4_000; round++) {
            int at = round * 30;
            story = story.with(List.of(
                    new TasksChanged(t(at), "web:2", 0, 1, 1),
                    new HealthChanged(t(at + 10), "web:2", 0, 0, 1, "Health checks failed"),
                    new TaskStopped(t(at + 20), "web:2", "task" + round, "", "Task failed health checks")));
        }
        var last = story.newest().orElseThrow();
        assertThat(last.why()).hasSizeLessThan(6);
        assertThat(last.words()).startsWith("task of web:2 stopped: Task failed health checks ◂ web:2 0 of 1 healthy");
        assertThat(last.hashCode()).isEqualTo(last.hashCode());
    }
}
