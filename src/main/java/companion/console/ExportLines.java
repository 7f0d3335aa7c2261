package companion.console;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a shell has to know for the AWS CLI, an SDK and git to talk to a practice cloud. */
final class ExportLines {
    private final Practice practice;
    private final String region;

    ExportLines(Practice practice, String region) {
        this.practice = practice;
        this.region = region;
    }

    /**
     * In order. The Git settings give git the credentials for this address only, keep them out of any key chain, and
     * lead {@code codecommit::<region>://} here.
     */
    Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        var endpoint = practice.endpoint().toString();
        variables.put("AWS_ENDPOINT_URL", endpoint);
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_ACCESS_KEY_ID", practice.learner().accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", practice.learner().secretAccessKey());
        var helper = "!f() { echo " + quote("username=" + practice.gitUserName()) + "; echo "
                + quote("password=" + practice.gitPassword()) + "; }; f";
        var settings = List.of(
                Map.entry("credential." + endpoint + ".helper", ""),
                Map.entry("credential." + endpoint + ".helper", helper),
                Map.entry("url." + repositories() + ".insteadOf", "codecommit::" + region + "://"),
                Map.entry("url." + repositories() + ".insteadOf", "codecommit://"));
        variables.put("GIT_CONFIG_COUNT", Integer.toString(settings.size()));
        for (int i = 0; i < settings.size(); i++) {
            variables.put("GIT_CONFIG_KEY_" + i, settings.get(i).getKey());
            variables.put("GIT_CONFIG_VALUE_" + i, settings.get(i).getValue());
        }
        return variables;
    }

    String text() {
        var text = new StringBuilder();
        variables()
                .forEach((name, value) -> text.append("export ")
                        .append(name)
                        .append('=')
                        .append(quote(value))
                        .append('\n'));
        return text.append("# git clone ")
                .append(repositories())
                .append("REPOSITORY\n")
                .append("# aws sqs of AWS CLI 1 takes no endpoint from the environment: add --endpoint-url $AWS_ENDPOINT_URL\n")
                .toString();
    }

    /**
     * AWS has a Git host per region; here one port serves them all, and a region other than the first is in the path.
     */
    private String repositories() {
        return practice.endpoint() + (region.equals(ConnectionOptions.DEFAULT_REGION) ? "" : "/" + region)
                + "/v1/repos/";
    }

    private static String quote(String value) {
        return value.matches("[A-Za-z0-9_@%+=:,./-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    /** Replaces the file as a whole; nobody else can read it at any moment. */
    void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        var attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var next = Files.createTempFile(folder, ".env", ".next", attributes);
        Files.writeString(next, text());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
