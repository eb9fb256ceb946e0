package io.retrogate.partner;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an endpoint gets in place of the canonical message: a FreeMarker template of its folder, as
 * it was when the folder was read.
 *
 * @param folder the endpoint's
 * @param template which of the files renders a message: {@code out/idoc.ftl}
 * @param contentType of what is sent, without a charset
 * @param encoding in which it is sent
 * @param files everything under {@code out} by its path, for the template to include
 */
public record EndpointFormat(
        Path folder,
        String template,
        String contentType,
        Charset encoding,
        Map<String, String> files) {

    public EndpointFormat {
        files = Map.copyOf(files);
    }
}
