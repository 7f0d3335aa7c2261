package companion.practice.wire.shape;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** An XML element that was read: its name without a prefix, its text, its child elements. Attributes are not kept. */
record XmlNode(String name, StringBuilder text, List<XmlNode> children) {

    /** Reads a document. DTDs and entities of its own are refused. */
    static XmlNode parse(byte[] document) throws MalformedShapeException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var open = new ArrayDeque<XmlNode>();
        var top = new XmlNode("", new StringBuilder(), new ArrayList<>());
        open.push(top);
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        var node = new XmlNode(xml.getLocalName(), new StringBuilder(), new ArrayList<>());
                        open.getFirst().children.add(node);
                        open.push(node);
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        open.getFirst().text.append(xml.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new MalformedShapeException("A document type is not accepted");
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new MalformedShapeException("Not well-formed XML: " + e.getMessage());
        }
        return top.children.getFirst();
    }

    @Nullable XmlNode child(String wanted) {
        for (var child : children) {
            if (child.name.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    List<XmlNode> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }
}
