package companion.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a stage: why it is there, its terms, what of the old workshop text was corrected, and a question.
 * Texts are Markdown: paragraphs, lists, inline code, links.
 */
public record Guide(
        String title,
        String why,
        List<Term> terms,
        List<Correction> corrections,
        @Nullable Question question) {

    /** @param name AWS's own word */
    public record Term(String name, String meaning) {}

    /**
     * A place where the well-known text of this workshop no longer works or contradicts itself.
     *
     * @param old what it says
     * @param now what is done here
     * @param because why
     */
    public record Correction(String old, String now, String because) {}

    /** @param right index of the right answer */
    public record Question(String text, List<String> answers, int right, String explanation) {}
}
