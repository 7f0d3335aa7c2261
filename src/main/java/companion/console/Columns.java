package companion.console;

/** How many columns of a terminal a character takes. */
final class Columns {
    private Columns() {}

    /** 0 for one that is put on top of the one before, 2 for an East Asian wide one or an emoji, and otherwise 1. */
    static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return character >= 0x1100 && character <= 0x115f
                || character >= 0x2e80 && character <= 0xa4cf && character != 0x303f
                || character >= 0xac00 && character <= 0xd7a3
                || character >= 0xf900 && character <= 0xfaff
                || character >= 0xfe30 && character <= 0xfe6f
                || character >= 0xff00 && character <= 0xff60
                || character >= 0xffe0 && character <= 0xffe6
                || character >= 0x20000 && character <= 0x3fffd
                || Character.isEmojiPresentation(character);
    }
}
