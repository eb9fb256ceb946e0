package io.retrogate.translate.smooks;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What all our readers for Smooks have in common. Not a JDK filter: Smooks looks into every field
 * of a reader, and the JDK closes its own.
 */
abstract sealed class EventReader implements SmooksXMLReader
        permits RecordReader, SecureXmlReader, StaediReader {

    private ContentHandler content = new DefaultHandler();
    private @Nullable ErrorHandler errors;
    private @Nullable DTDHandler declarations;
    private @Nullable EntityResolver resolver;
    private @Nullable ExecutionContext context;

    @Override
    public final void setExecutionContext(ExecutionContext execution) {
        context = execution;
    }

    final @Nullable ExecutionContext context() {
        return context;
    }

    @Override
    public final void parse(String systemId) throws IOException, SAXException {
        throw new SAXException("only bytes are read, never an address");
    }

    @Override
    public abstract void parse(InputSource input) throws IOException, SAXException;

    @Override
    public final void setContentHandler(ContentHandler handler) {
        content = handler;
    }

    @Override
    public final ContentHandler getContentHandler() {
        return content;
    }

    @Override
    public final void setErrorHandler(ErrorHandler handler) {
        errors = handler;
    }

    @Override
    public final @Nullable ErrorHandler getErrorHandler() {
        return errors;
    }

    @Override
    public final void setDTDHandler(DTDHandler handler) {
        declarations = handler;
    }

    @Override
    public final @Nullable DTDHandler getDTDHandler() {
        return declarations;
    }

    @Override
    public final void setEntityResolver(EntityResolver other) {
        resolver = other;
    }

    @Override
    public final @Nullable EntityResolver getEntityResolver() {
        return resolver;
    }

    // What Smooks asks for here, DTDs for example, is not for it to say.

    @Override
    public final void setFeature(String name, boolean value) {}

    @Override
    public final boolean getFeature(String name) {
        return false;
    }

    @Override
    public final void setProperty(String name, Object value) {}

    @Override
    public final @Nullable Object getProperty(String name) {
        return null;
    }
}
