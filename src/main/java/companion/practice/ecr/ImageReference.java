package companion.practice.ecr;

import companion.practice.fabric.Images.ImageNotFound;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An image by name, as in a Dockerfile or a task definition, with what Docker leaves out filled in.
 *
 * @param host for example {@code docker.io}, {@code public.ecr.aws}, {@code 127.0.0.1:4566}
 * @param path for example {@code library/nginx}
 * @param reference a tag or a digest
 */
record ImageReference(String host, String path, String reference) {
    private static final Pattern FORM =
            Pattern.compile("(?<name>[^@:]+(?::\\d+/[^@:]+)?)(?::(?<tag>\\w[\\w.-]{0,127}))?"
                    + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");
    private static final Pattern PATH = Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"
            + "(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");

    static ImageReference parse(String text) throws ImageNotFound {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new ImageNotFound("invalid reference format");
        }
        var name = match.group("name");
        int slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        boolean hosted = first.contains(".") || first.contains(":") || first.equals("localhost");
        var host = hosted ? first : "docker.io";
        var path = hosted ? name.substring(slash + 1) : slash < 0 ? "library/" + name : name;
        if (!PATH.matcher(path).matches()) {
            boolean capitals = PATH.matcher(path.toLowerCase(Locale.ROOT)).matches();
            throw new ImageNotFound(capitals
                    ? "invalid reference format: repository name (" + path + ") must be lowercase"
                    : "invalid reference format");
        }
        var digest = match.group("digest");
        var tag = match.group("tag");
        return new ImageReference(host, path, digest != null ? digest : tag != null ? tag : "latest");
    }

    /** As an engine prints it. */
    @Override
    public String toString() {
        return host + "/" + path + (Digests.valid(reference) ? "@" : ":") + reference;
    }
}
