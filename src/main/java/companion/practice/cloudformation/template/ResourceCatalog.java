package companion.practice.cloudformation.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of a template need to know of resource types. */
@FunctionalInterface
public interface ResourceCatalog {

    /** The names that Fn::GetAtt may use on a type, or null for a type that is not known. */
    @Nullable Set<String> attributes(String type);
}
