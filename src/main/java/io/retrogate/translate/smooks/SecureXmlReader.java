package io.retrogate.translate.smooks;

import java.io.IOException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * XML from a partner, for Smooks. Nothing outside the file is ever read: a file with a DOCTYPE is
 * refused. Each element gets the attribute {@code _line}.
 */
public final class SecureXmlReader extends EventReader {

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        var numbered = new NumberedElements(parser());
        numbered.setContentHandler(getContentHandler());
        // Without a name there is nothing that could be resolved against it.
        numbered.parse(new InputSource(input.getByteStream()));
    }

    private static XMLReader parser() throws SAXException {
        try {
            // The JDK's own, whatever else is on the class path: its features are known.
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    private static final class NumberedElements extends XMLFilterImpl {

        private @Nullable Locator locator;

        NumberedElements(XMLReader parser) {
            super(parser);
        }

        @Override
        public void setDocumentLocator(Locator place) {
            locator = place;
            super.setDocumentLocator(place);
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            var more = new AttributesImpl(attributes);
            int line = locator == null ? 0 : locator.getLineNumber();
            more.addAttribute("", "_line", "_line", "CDATA", Integer.toString(line));
            super.startElement(uri, name, qualified, more);
        }

        /** Told by the engine, and not on standard error. */
        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
