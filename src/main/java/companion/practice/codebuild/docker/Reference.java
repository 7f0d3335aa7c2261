package companion.practice.codebuild.docker;

/**
 * The name of an image, taken apart.
 *
 * @param repository with the registry's host, {@code docker.io/library/…} for Docker's own
 * @param tag {@code latest} if none was given
 */
record Reference(String repository, String tag) {

    static Reference parse(String text) throws DockerException {
        if (!text.matches("[a-z0-9][a-zA-Z0-9._:/@-]*") || text.endsWith(":")) {
            throw new DockerException(
                    "invalid argument \"" + text + "\" for \"-t, --tag\" flag: invalid reference format", 125);
        }
        int slash = text.lastIndexOf('/');
        int colon = text.indexOf(':', slash + 1);
        var name = colon < 0 ? text : text.substring(0, colon);
        return new Reference(withHost(name), colon < 0 ? "latest" : text.substring(colon + 1));
    }

    private static String withHost(String name) {
        int slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
            return name;
        }
        return "docker.io/" + (slash < 0 ? "library/" : "") + name;
    }

    String host() {
        return repository.substring(0, repository.indexOf('/'));
    }

    /** As a user sees it: without what Docker adds by itself. */
    String familiar() {
        return repository.replaceFirst("^docker\\.io/(library/)?", "");
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
