package companion.workshops.shared;

import companion.workshop.Guide;
import companion.workshop.Input;
import companion.workshop.Stage;
import companion.workshop.Step;
import companion.workshop.Values;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A stage put together from its texts and its steps. */
public record WorkshopStage(
        String id,
        String title,
        String explanation,
        Guide guide,
        List<Input> inputs,
        Duration usual,
        Function<Values, List<Step>> make)
        implements Stage {

    @Override
    public List<Step> steps(Values values) {
        return make.apply(values);
    }
}
