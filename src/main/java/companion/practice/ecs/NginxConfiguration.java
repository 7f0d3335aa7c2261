package companion.practice.ecs;

import companion.practice.fabric.ContainerImage;
import companion.practice.world.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of an image's nginx configuration decides where its files are served: ports, root and the fallback page of a
 * single-page application. Without a configuration in the image it is that of the official image.
 */
record NginxConfiguration(List<Integer> ports, String root, @Nullable String fallback) {
    private static final String FOLDER = "/etc/nginx/conf.d/";
    private static final Pattern COMMENT = Pattern.compile("#[^\n]*");
    private static final Pattern LISTEN = Pattern.compile("\\blisten\\s+(?:[^\\s;:\\[]+:|\\[[^]]*]:)?(\\d+)[^;]*;");
    private static final Pattern ROOT = Pattern.compile("\\broot\\s+([^\\s;]+)\\s*;");
    private static final Pattern TRY_FILES = Pattern.compile("\\btry_files\\s[^;]*\\s(/[^\\s;=]+)\\s*;");

    static NginxConfiguration of(ContainerImage image, Blobs blobs) {
        var text = image.files().entrySet().stream()
                .filter(f -> f.getKey().startsWith(FOLDER) && f.getKey().endsWith(".conf"))
                .sorted(Map.Entry.comparingByKey())
                .map(f -> new String(blobs.get(f.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        return parse(COMMENT.matcher(text).replaceAll(""));
    }

    private static NginxConfiguration parse(String text) {
        var ports = new LinkedHashSet<Integer>();
        var listen = LISTEN.matcher(text);
        while (listen.find()) {
            ports.add(Integer.valueOf(listen.group(1)));
        }
        var root = ROOT.matcher(text);
        var fallback = TRY_FILES.matcher(text);
        return new NginxConfiguration(
                ports.isEmpty() ? List.of(80) : List.copyOf(ports),
                root.find() ? root.group(1).replaceAll("/+$", "") : "/usr/share/nginx/html",
                fallback.find() ? fallback.group(1) : null);
    }
}
