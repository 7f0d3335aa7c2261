package companion.practice.codebuild.docker;

import companion.practice.codebuild.shell.Call;
import companion.practice.world.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code docker login} to the account's registry; other registries are out of reach. */
record LoginCommand(DockerEngine engine, Place place, String password) {

    int run(Call call, List<String> words) throws DockerException {
        @Nullable String user = null;
        @Nullable String given = null;
        boolean fromInput = false;
        var servers = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            var option = equals < 0 ? word : word.substring(0, equals);
            boolean takesValue = List.of("-u", "--username", "-p", "--password").contains(option);
            if (takesValue && equals < 0 && i + 1 == words.size()) {
                throw new DockerException("flag needs an argument: " + option, 125);
            }
            var value = !takesValue ? "" : equals >= 0 ? word.substring(equals + 1) : words.get(++i);
            switch (option) {
                case "-u", "--username" -> user = value;
                case "-p", "--password" -> given = value;
                case "--password-stdin" -> fromInput = true;
                default -> {
                    if (word.startsWith("-")) {
                        throw new DockerException("unknown flag: " + word, 125);
                    }
                    servers.add(word);
                }
            }
        }
        if (fromInput) {
            if (user == null || user.isEmpty()) {
                throw new DockerException("the --password-stdin option requires --username to be set");
            }
            given = call.io().in().readText().strip();
        } else if (given != null) {
            call.io().err().println("WARNING! Using --password via the CLI is insecure. Use --password-stdin.");
        }
        if (given == null || given.isEmpty() || user == null) {
            throw new DockerException("Error: Cannot perform an interactive login from a non TTY device");
        }
        call.machine().clock().passMillis(600);
        check(servers.isEmpty() ? "docker.io" : host(servers.getFirst()), user, given);
        call.io()
                .err()
                .println("\n"
                        + "WARNING! Your credentials are stored unencrypted in '/root/.docker/config.json'.\n"
                        + "Configure a credential helper to remove this warning. See\n"
                        + "https://docs.docker.com/go/credential-store/\n");
        call.println("Login Succeeded");
        return 0;
    }

    int logout(Call call, List<String> words) {
        var host = words.isEmpty() ? "docker.io" : host(words.getFirst());
        engine.logins.remove(host);
        call.println("Removing login credentials for " + (words.isEmpty() ? "https://index.docker.io/v1/" : host));
        return 0;
    }

    private void check(String host, String user, String given) throws DockerException {
        boolean own = host.equals(place.account() + ".dkr.ecr." + place.region() + ".amazonaws.com")
                || host.equals("public.ecr.aws");
        if (host.equals("docker.io")) {
            throw new DockerException("Error response from daemon: Get \"https://registry-1.docker.io/v2/\": "
                    + "unauthorized: incorrect username or password");
        }
        if (!own && !host.matches("\\d{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com")) {
            throw new DockerException("Error response from daemon: Get \"https://" + host + "/v2/\": dial tcp: lookup "
                    + host + ": no such host");
        }
        if (!own || !user.equals("AWS") || !given.equals(password)) {
            throw new DockerException("Error response from daemon: login attempt to https://" + host
                    + "/v2/ failed with status: 400 Bad Request");
        }
        engine.logins.add(host);
    }

    private static String host(String server) {
        return server.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }
}
