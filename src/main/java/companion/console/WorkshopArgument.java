package companion.console;

import companion.workshops.Catalog;
import java.util.ArrayList;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A workshop by its id. */
final class WorkshopArgument implements ITypeConverter<Catalog.Entry> {

    /** For the help. */
    static final class Ids extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Ids() {
            Catalog.entries().forEach(entry -> add(entry.id()));
        }
    }

    @Override
    public Catalog.Entry convert(String id) {
        return Catalog.find(id)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no workshop " + id + ". Workshops: " + String.join(", ", new Ids())));
    }
}
