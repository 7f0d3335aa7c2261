package companion.practice.wire.shape;

import java.nio.charset.StandardCharsets;

/** An XML document as it is being written. */
public final class XmlText {
    private final StringBuilder out = new StringBuilder(512).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    public XmlText open(String name) {
        out.append('<').append(name).append('>');
        return this;
    }

    public XmlText open(String name, String namespace) {
        out.append('<').append(name).append(" xmlns=\"");
        escape(namespace);
        out.append("\">");
        return this;
    }

    public XmlText close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    public XmlText element(String name, String text) {
        open(name);
        escape(text);
        return close(name);
    }

    public XmlText text(String text) {
        escape(text);
        return this;
    }

    public byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> out.append(c);
                // XML has no way to say the other control characters, not even as references.
                default -> out.append(c < ' ' || c == '\ufffe' || c == '\uffff' ? '\ufffd' : c);
            }
        }
    }
}
