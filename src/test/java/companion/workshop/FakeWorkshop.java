package companion.workshop;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One stage of given steps, removals and proofs, with an input {@code name}. */
final class FakeWorkshop {
    static final Retries AT_ONCE = new Retries(3, 3, _ -> Duration.ZERO);

    final List<CleanUp.Removal> removals = new ArrayList<>();
    List<CleanUp.Proof> proofs = List.of(new CleanUp.Proof("Things", "ListThings", List.of()));

    /** What passes is an IllegalStateException, what is held up an UnsupportedOperationException. */
    static final class FakeDiagnosis implements Diagnosis {
        @Override
        public Problem explain(Exception error) {
            return new Problem("FAKE", String.valueOf(error.getMessage()), "", "", "");
        }

        @Override
        public boolean passes(Exception error) {
            return error instanceof IllegalStateException;
        }

        @Override
        public Optional<String> heldUpBy(Exception error) {
            return error instanceof UnsupportedOperationException
                    ? Optional.of(String.valueOf(error.getMessage()))
                    : Optional.empty();
        }
    }

    static Resource thing(String name) {
        return new Resource("Thing", name, 1, "DeleteThing", new BigDecimal("0.0450"));
    }

    WorkshopSession open(Path folder, Step... steps) throws Exception {
        return open(folder, _ -> List.of(steps));
    }

    WorkshopSession open(Path folder, Function<Values, List<Step>> steps) throws Exception {
        var workshop = new Workshop("fake", "Fake", "", List.of(stage("only", steps)), cleanUp());
        return WorkshopSession.open(workshop, folder, new FakeDiagnosis(), AT_ONCE, InstantSource.system());
    }

    private static Stage stage(String id, Function<Values, List<Step>> steps) {
        return new Stage() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String title() {
                return "Only";
            }

            @Override
            public String explanation() {
                return "";
            }

            @Override
            public Guide guide() {
                return new Guide("", "", List.of(), List.of(), null);
            }

            @Override
            public List<Input> inputs() {
                return List.of(new Input(
                        "name",
                        "Name",
                        "",
                        Input.Kind.TEXT,
                        "MyThing",
                        List.of(),
                        value -> value.isEmpty() ? Optional.of("A name is needed.") : Optional.empty()));
            }

            @Override
            public Duration usual() {
                return Duration.ofSeconds(1);
            }

            @Override
            public List<Step> steps(Values values) {
                return steps.apply(values);
            }
        };
    }

    private CleanUp cleanUp() {
        return new CleanUp() {
            @Override
            public Map<Integer, String> groups() {
                return Map.of(1, "Things");
            }

            @Override
            public List<Removal> removals(Values values) {
                return removals;
            }

            @Override
            public List<Proof> prove(Values values) {
                return proofs;
            }

            @Override
            public String leftOnPurpose() {
                return "";
            }
        };
    }
}
