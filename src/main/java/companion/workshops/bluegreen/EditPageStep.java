package companion.workshops.bluegreen;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Clone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Changes the line of the page that says the version. */
final class EditPageStep extends AwsStep {
    static final int LINE = 21;
    static final String V1 = "Executing v1 on AWS Fargate";
    static final String V2 = "Executing v2 on AWS Fargate. Courtesy of Code Suite!";

    private final Clone clone;

    EditPageStep(Clone clone) {
        super(clone.site(), new Title("edit", "Change line 21 of the page", "Local", "edit"));
        this.clone = clone;
    }

    private Path page() {
        return clone.folder().resolve("index.html");
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.local(service(), operation(), "sed -i '" + LINE + "s/" + V1 + "/" + V2 + "/' index.html"));
    }

    @Override
    public Check check() throws Exception {
        if (!Files.exists(page())) {
            return new Check.Missing("No index.html in " + clone.folder());
        }
        return Files.readString(page()).contains(V2)
                ? Check.found(
                        "Line " + LINE + " says v2", new Output("index.html", page().toString(), Output.Kind.FOLDER))
                : new Check.Missing("index.html does not say v2 yet");
    }

    @Override
    public void run(Progress progress) throws Exception {
        var text = Files.readString(page());
        if (!text.contains(V1)) {
            throw failure(
                    "PAGE_CHANGED",
                    "index.html no longer has the line \"" + V1 + "\".",
                    "It was edited by hand.",
                    "Write \"" + V2 + "\" into the page yourself, then run this stage again.",
                    page().toString());
        }
        aws().trace()
                .record(
                        service(),
                        operation(),
                        "index.html",
                        plan().getFirst().cli(),
                        () -> Files.writeString(page(), text.replace(V1, V2)));
    }
}
