package companion.practice.sts;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Credentials;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The credentials of one practice account. */
public final class AccountCredentials implements Credentials {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_ID_LENGTH = 16;
    private static final int SECRET_BYTES = 30;
    private static final int TOKEN_BYTES = 180;

    /** The user id is no secret and is the same at each start, so that what holds it stays right. */
    private static final String LEARNER_ID = "AIDAPRACTICELEARNER22";

    private record Session(Key key, Instant expiry) {}

    private final SecureRandom random;
    private final InstantSource realTime;
    private final Key learner;
    private final String gitUserName;
    private final String gitPassword;
    private final String registryPassword;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** @param account twelve digits */
    public AccountCredentials(String account, SecureRandom random, InstantSource realTime) {
        this.random = random;
        this.realTime = realTime;
        var caller = new Caller("arn:aws:iam::" + account + ":user/learner", LEARNER_ID, null);
        this.learner = new Key(keyId("AKIA"), secret(SECRET_BYTES), null, caller);
        this.gitUserName = "learner-at-" + account;
        this.gitPassword = password(SECRET_BYTES);
        this.registryPassword = password(TOKEN_BYTES);
    }

    /** The keys of the person at the keyboard. */
    public Key learner() {
        return learner;
    }

    @Override
    public @Nullable Key find(String accessKeyId) {
        if (accessKeyId.equals(learner.accessKeyId())) {
            return learner;
        }
        var session = sessions.get(accessKeyId);
        return session == null || isOver(session) ? null : session.key;
    }

    @Override
    public boolean hasExpired(String accessKeyId) {
        var session = sessions.get(accessKeyId);
        return session != null && isOver(session);
    }

    @Override
    public String gitUserName() {
        return gitUserName;
    }

    @Override
    public String gitPassword() {
        return gitPassword;
    }

    @Override
    public String registryPassword() {
        return registryPassword;
    }

    /** A session's keys, with the end of their life in real time. */
    record Issued(Key key, Instant expiry) {}

    Issued issue(Caller caller, Duration life) {
        var key = new Key(keyId("ASIA"), secret(SECRET_BYTES), secret(TOKEN_BYTES), caller);
        var expiry = realTime.instant().plus(life);
        sessions.put(key.accessKeyId(), new Session(key, expiry));
        return new Issued(key, expiry);
    }

    private boolean isOver(Session session) {
        return !realTime.instant().isBefore(session.expiry);
    }

    private String keyId(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < KEY_ID_LENGTH; i++) {
            id.append(BASE_32.charAt(random.nextInt(BASE_32.length())));
        }
        return id.toString();
    }

    private String secret(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(random(bytes));
    }

    /** One that can stand in a URL as it is, as people like to put it there. */
    private String password(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
    }

    private byte[] random(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}
