package companion.desktop.wall;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.gallery.Walls;
import companion.desktop.wall.WallQuery.Grouping;
import companion.desktop.wall.WallQuery.Sort;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WallModelTest {
    private static final Map<String, String> TAGS =
            Map.of("441712342209", "prod", "552823453310", "stage", "663934564421", "dev");

    private final WallModel model = new WallModel(TAGS::get, Set.of(), WallQuery.USUAL);

    @BeforeEach
    void read() {
        model.show(Walls.wall());
    }

    private List<String> titles() {
        return model.sections().stream().map(Section::title).toList();
    }

    private List<String> names(int section) {
        return model.sections().get(section).tiles().stream().map(item -> item.key().name()).toList();
    }

    private PipelineKey key(String name) {
        return model.items().stream().map(TileItem::key).filter(key -> key.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void troubleStandsFirstAndWhatHappenedLastBeforeTheRest() {
        assertThat(titles()).containsExactly("Trouble", "Active", "Quiet");
        assertThat(names(0)).containsExactly("checkout-api", "orders-web", "billing-worker", "data-export");
        assertThat(names(2)).startsWith("catalog-api", "pricing", "notifications").endsWith("chat-bot", "base-images");
    }

    @Test
    void countsEachGroup() {
        assertThat(model.counts())
                .containsExactly(Map.entry(Standing.TROUBLE, 4), Map.entry(Standing.ACTIVE, 4), Map.entry(Standing.QUIET, 16));
    }

    @Test
    void whatIsPinnedStandsBeforeAllElse() {
        model.pin(key("shipping"), true);

        assertThat(titles()).startsWith("Pinned", "Trouble");
        assertThat(names(0)).containsExactly("shipping");

        model.pin(key("shipping"), false);
        assertThat(titles()).startsWith("Trouble");
    }

    @Test
    void staysPinnedWhenItChanges() {
        model.pin(key("shipping"), true);
        model.show(Walls.with(Walls.wall(), "shipping", Status.IN_PROGRESS, null));

        assertThat(names(0)).containsExactly("shipping");
    }

    @Test
    void sortsByNameAndRegion() {
        model.ask(model.query().sort(Sort.NAME));
        assertThat(titles()).containsExactly("All");
        assertThat(names(0)).startsWith("audit-log", "auth-service", "base-images").hasSize(24);

        model.ask(model.query().sort(Sort.REGION));
        assertThat(names(0)).startsWith("audit-log", "billing-worker", "gateway", "notifications", "catalog-api");
    }

    @Test
    void sortsByAge() {
        model.ask(model.query().sort(Sort.AGE));

        assertThat(names(0)).startsWith("image-resizer", "search-index", "checkout-api").endsWith("base-images");
    }

    @Test
    void groupsByAccountAndByRegion() {
        model.ask(model.query().grouping(Grouping.ACCOUNT));
        assertThat(titles()).containsExactly("dev", "prod", "stage");
        assertThat(names(1)).startsWith("checkout-api", "orders-web", "billing-worker");

        model.ask(model.query().grouping(Grouping.REGION));
        assertThat(titles()).containsExactly("eu-central-1", "eu-west-1", "us-east-1", "us-west-2");
    }

    @Test
    void filtersByAllWordsOverNameRegionAccountCommitAndStatus() {
        var found = new TreeMap<String, Integer>();
        for (var text : List.of("checkout", "EU-WEST-1", "552823453310", "stage", "a81c04e", "wallet", "prod failed", "waiting")) {
            model.ask(model.query().text(text));
            found.put(text, model.counts().values().stream().mapToInt(Integer::intValue).sum());
        }

        assertThat(found).containsExactlyInAnyOrderEntriesOf(Map.of(
                "checkout", 1, "EU-WEST-1", 6, "552823453310", 7, "stage", 7, "a81c04e", 1, "wallet", 1,
                "prod failed", 2, "waiting", 1));
    }

    @Test
    void showsOneGroupAlone() {
        model.ask(model.query().only(Standing.ACTIVE));

        assertThat(titles()).containsExactly("Active");
        assertThat(model.counts()).containsEntry(Standing.QUIET, 16);
    }

    @Test
    void whatCouldNotBeReadIsOneLine() {
        assertThat(model.unread()).isEmpty();

        model.show(Walls.stale());

        assertThat(model.unread()).isEqualTo(
                "Can’t read 2 places: 663934564421 eu-west-1 (AccessDeniedException), 552823453310 us-west-2 (ThrottlingException)");
        assertThat(model.unreadAtLength()).contains("Rate exceeded");
    }
}
