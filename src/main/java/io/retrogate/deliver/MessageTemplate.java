package io.retrogate.deliver;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.EndpointFormat;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * A FreeMarker template of an endpoint's folder. It sees the canonical message and the files beside
 * it, nothing else: no class, no file, no setting of the gateway.
 */
final class MessageTemplate {

    private static final Version VERSION = Configuration.VERSION_2_3_34;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final EndpointFormat format;
    private final Template template;
    private final RenderingLimit limit;

    private MessageTemplate(EndpointFormat format, Template template, RenderingLimit limit) {
        this.format = format;
        this.template = template;
        this.limit = limit;
    }

    /** Fails with DLV-007 if it is no template. */
    static MessageTemplate of(EndpointFormat format) {
        return of(format, RenderingLimit.STANDARD);
    }

    static MessageTemplate of(EndpointFormat format, RenderingLimit limit) {
        try {
            var configuration = configuration(format);
            var template = configuration.getTemplate(format.template());
            for (var file : format.files().keySet()) {
                makeStoppable(configuration, file);
            }
            return new MessageTemplate(format, template, limit);
        } catch (ParseException e) {
            throw TemplateFlaw.of(e).failure(DeliverProblem.TEMPLATE_UNUSABLE, e);
        } catch (IOException e) {
            throw new GatewayException(
                    DeliverProblem.TEMPLATE_UNUSABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Configuration configuration(EndpointFormat format) {
        var configuration = new Configuration(VERSION);
        var files = new StringTemplateLoader();
        format.files().forEach(files::putTemplate);
        configuration.setTemplateLoader(files);
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(VERSION));
        // By what is sent, and not by how somebody named a file.
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setOutputFormat(outputFormat(format.contentType()));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        return configuration;
    }

    /** Such as it lies in the cache, where an include finds it. */
    private static void makeStoppable(Configuration configuration, String file) throws IOException {
        try {
            _CoreAPI.addThreadInterruptedChecks(configuration.getTemplate(file));
        } catch (ParseException e) {
            return; // said where it is included
        }
    }

    private static OutputFormat outputFormat(String contentType) {
        if (contentType.endsWith("/xml") || contentType.endsWith("+xml")) {
            return XMLOutputFormat.INSTANCE;
        }
        return contentType.equals("text/html")
                ? HTMLOutputFormat.INSTANCE
                : PlainTextOutputFormat.INSTANCE;
    }

    String contentType() {
        return format.contentType() + "; charset=" + format.encoding().name();
    }

    /** Fails with DLV-008 if the template makes nothing of this message, or does not end. */
    byte[] render(byte[] message) {
        try {
            var model = Map.<String, Object>of("message", JSON.readValue(message, Map.class));
            var text = limit.render(template, model);
            var bytes = format.encoding().newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOfRange(
                    bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
        } catch (TemplateException e) {
            throw TemplateFlaw.of(e).failure(DeliverProblem.TEMPLATE_FAILED, e);
        } catch (ParseException e) {
            throw TemplateFlaw.of(e).failure(DeliverProblem.TEMPLATE_FAILED, e);
        } catch (IOException e) {
            var detail = format.template() + " (" + format.encoding() + "): " + e.getMessage();
            throw new GatewayException(DeliverProblem.TEMPLATE_FAILED, detail, e);
        }
    }
}
