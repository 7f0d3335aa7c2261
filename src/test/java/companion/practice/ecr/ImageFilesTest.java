package companion.practice.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.world.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ImageFilesTest {
    private final Blobs blobs = Blobs.inMemory();
    private final ImageFiles files = new ImageFiles(blobs);

    @Test
    void upperLayersReplaceAndRemoveWhatLowerOnesHold() throws Exception {
        files.add(layer("/a", "1", "/b", "1", "/folder/c", "1", "/folder/d", "1", "/folders/e", "1"));
        files.add(layer("/a", "2", "/.wh.b", "", "/folder/.wh..wh..opq", "", "/folder/f", "2"));
        assertThat(files.byPath()).containsOnlyKeys("/a", "/folder/f", "/folders/e");
        assertThat(new String(blobs.get(files.byPath().get("/a")), StandardCharsets.UTF_8)).isEqualTo("2");
    }

    @Test
    void aRemovedFolderTakesItsFilesAlong() throws Exception {
        files.add(layer("/folder/c", "1", "/other", "1"));
        files.add(layer("/.wh.folder", ""));
        assertThat(files.byPath()).containsOnlyKeys("/other");
    }

    @Test
    void longNamesAndPlainArchivesAreRead() throws Exception {
        var path = "/" + "folder/".repeat(20) + "file";
        var plain = new GZIPInputStream(new ByteArrayInputStream(layer(path, "x"))).readAllBytes();
        files.add(plain);
        assertThat(files.byPath()).containsOnlyKeys(path);
    }

    @Test
    void theSameFilesAlwaysMakeTheSameLayer() {
        assertThat(Digests.of(layer("/a", "1", "/b", "x".repeat(70_000))))
                .isEqualTo("sha256:62034d381c825a8061136c81f8432b97b63bfa9bc9d2d8e5bc658836f03be928");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThatThrownBy(() -> files.add("x".repeat(1024).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.add(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}))
                .hasMessageContaining("zstd");
    }

    private static byte[] layer(String... pathsAndTexts) {
        var content = new TreeMap<String, LayerArchive.File>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            var bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            content.put(pathsAndTexts[i], new LayerArchive.File(bytes, 0644));
        }
        return LayerArchive.of(content).bytes();
    }
}
