package companion.practice.elb;

/** Checks of attribute values. */
final class Values {
    private Values() {}

    /** @param kind {@code Load balancer} or {@code Target group} */
    static void number(String kind, String key, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (least <= number && number <= most) {
                return;
            }
        } catch (NumberFormatException e) {
            // Falls through: a text is as wrong as a number out of range.
        }
        throw ElbFault.configuration(
                kind + " attribute '" + key + "' must be an integer between " + least + " and " + most);
    }

    static void flag(String kind, String key, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw ElbFault.configuration(kind + " attribute '" + key + "' must be 'true' or 'false'");
        }
    }
}
