package companion.practice.traffic;

import java.util.List;
import java.util.Map;

/** What a rule asks of a request. Of several patterns one must match; {@code *} and {@code ?} are wildcards. */
public sealed interface Condition {

    boolean matches(Visit visit);

    /** Case-sensitive, and without the query. */
    record PathPattern(List<Wildcard> patterns) implements Condition {
        @Override
        public boolean matches(Visit visit) {
            return patterns.stream().anyMatch(p -> p.matches(visit.path()));
        }
    }

    /** Not case-sensitive, without the port. */
    record HostHeader(List<Wildcard> patterns) implements Condition {
        @Override
        public boolean matches(Visit visit) {
            return patterns.stream().anyMatch(p -> p.matches(visit.host()));
        }
    }

    record HttpHeader(String name, List<Wildcard> patterns) implements Condition {
        @Override
        public boolean matches(Visit visit) {
            return visit.header(name).stream()
                    .anyMatch(value -> patterns.stream().anyMatch(p -> p.matches(value)));
        }
    }

    record RequestMethod(List<String> methods) implements Condition {
        @Override
        public boolean matches(Visit visit) {
            return methods.contains(visit.method());
        }
    }

    /** Pairs of key and value pattern; a pair without a key matches the value of any. */
    record QueryString(List<Map.Entry<Wildcard, Wildcard>> pairs) implements Condition {
        @Override
        public boolean matches(Visit visit) {
            return visit.parameters().stream()
                    .anyMatch(parameter -> pairs.stream()
                            .anyMatch(pair -> pair.getKey().matches(parameter.getKey())
                                    && pair.getValue().matches(parameter.getValue())));
        }
    }

    /** Blocks of addresses. Whoever comes over loopback has the address 127.0.0.1. */
    record SourceIp(boolean loopback) implements Condition {
        @Override
        public boolean matches(Visit visit) {
            return loopback;
        }
    }
}
