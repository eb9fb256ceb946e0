package io.retrogate.translate.smooks;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.converter.TypeConverterException;
import org.smooks.engine.resource.config.GenericReaderConfigurator;
import org.smooks.io.sink.JavaSink;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One Smooks configuration, ready for use by many threads. */
public final class SmooksEngine {

    private final Path file;
    private final Smooks smooks;

    private SmooksEngine(Path file, Smooks smooks) {
        this.file = file;
        this.smooks = smooks;
    }

    /**
     * What the configuration makes of a file.
     *
     * @param messages one for each document, as maps
     */
    public record Result(List<Map<?, ?>> messages, List<RecordDefect> defects) {
        public Result {
            messages = List.copyOf(messages);
            defects = List.copyOf(defects);
        }
    }

    /** Fails with TRN-030 if it is not a configuration that Smooks can use. */
    public static SmooksEngine read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var smooks = new Smooks();
            if (!namesReader(bytes)) {
                smooks.setReaderConfig(new GenericReaderConfigurator(SecureXmlReader.class));
            }
            smooks.addResourceConfigs(new ByteArrayInputStream(bytes));
            var engine = new SmooksEngine(file, smooks);
            // Readers and beans are made with the first file: an empty one, so that what is wrong
            // shows now.
            engine.read(new ByteArrayInputStream(new byte[0]));
            return engine;
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw new GatewayException(SmooksProblem.SMOOKS_UNUSABLE, file + ": " + reason(e), e);
        }
    }

    /** Whether it says by what its files are read; without that Smooks would take any XML. */
    private static boolean namesReader(byte[] configuration)
            throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        var document = builder.parse(new ByteArrayInputStream(configuration));
        return document.getElementsByTagNameNS("*", "reader").getLength() > 0;
    }

    private static String reason(Throwable failure) {
        var deepest = chain(failure).reduce((first, second) -> second).orElse(failure);
        return deepest.getClass().getSimpleName() + " " + deepest.getMessage();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause);
    }

    /** Fails with TRN-031 if what goes wrong is not the file's fault. */
    public Result read(InputStream in) {
        return read(in, smooks.createExecutionContext());
    }

    /**
     * The same for one transaction set in any envelope.
     *
     * @param in all of it in the encoding that the set names
     */
    public Result read(InputStream in, SingleSet set) {
        var context = smooks.createExecutionContext();
        context.put(StaediReader.SINGLE, set);
        return read(in, context);
    }

    private Result read(InputStream in, ExecutionContext context) {
        var defects = new ArrayList<RecordDefect>();
        context.put(RecordReader.DEFECTS, defects);
        var beans = new JavaSink();
        try {
            smooks.filterSource(context, new StreamSource<>(in), beans);
        } catch (SmooksException e) {
            return new Result(List.of(), List.of(malformed(e)));
        }
        return new Result(messages(beans), defects);
    }

    /** What is wrong with the document; whatever else it is fails with TRN-031. */
    private RecordDefect malformed(SmooksException failure) {
        for (var cause : chain(failure).toList()) {
            if (cause instanceof SAXParseException parse) {
                var sentence = "The file is not XML as we take it: " + parse.getMessage();
                return defect(DocumentProblem.FILE_UNREADABLE, parse.getLineNumber(), sentence);
            }
            if (cause instanceof TypeConverterException undecoded) {
                var sentence = "A value cannot be read: " + undecoded.getMessage();
                return defect(DocumentProblem.VALUE_INVALID, 0, sentence);
            }
        }
        throw new GatewayException(
                SmooksProblem.SMOOKS_FAILED, file + ": " + reason(failure), failure);
    }

    private static RecordDefect defect(DocumentProblem problem, int line, String sentence) {
        return new RecordDefect(problem, 0, line, 0, "", sentence);
    }

    private List<Map<?, ?>> messages(JavaSink beans) {
        var messages = new ArrayList<Map<?, ?>>();
        var one = beans.getBean("message");
        if (beans.getBean("messages") instanceof List<?> several) {
            several.forEach(it -> messages.add(map(it)));
        } else if (one != null) {
            messages.add(map(one));
        }
        return messages;
    }

    private Map<?, ?> map(Object bean) {
        if (bean instanceof Map<?, ?> map) {
            return map;
        }
        throw new GatewayException(
                SmooksProblem.SMOOKS_FAILED,
                file + ": the bean 'message' is no map but " + bean.getClass().getName());
    }
}
