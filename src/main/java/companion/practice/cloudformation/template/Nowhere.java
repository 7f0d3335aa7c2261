package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The surroundings of conditions, which may not look at any. */
final class Nowhere implements Surroundings {

    @Override
    public JsonNode ref(String logicalId) {
        throw notHere("Ref");
    }

    @Override
    public JsonNode attribute(String logicalId, String attribute) {
        throw notHere("Fn::GetAtt");
    }

    @Override
    public String exported(String name) {
        throw notHere("Fn::ImportValue");
    }

    @Override
    public List<String> availabilityZones(String region) {
        throw notHere("Fn::GetAZs");
    }

    private static RuntimeException notHere(String function) {
        return ValidationError.template("Cannot use " + function + " in Conditions");
    }
}
