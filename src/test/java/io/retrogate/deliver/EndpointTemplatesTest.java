package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.returns.ReturnMessageSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates are proved before they serve, and reach nothing but the message. */
class EndpointTemplatesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/endpoints");

    @TempDir private Path directory;

    @Test
    void findsTheExamplesGood() {
        for (var name : new String[] {"sap", "wms"}) {
            var check = PartnerFolders.check(EXAMPLES.resolve(name), new EndpointTemplates());
            assertThat(check.problems()).isEmpty();
            assertThat(check.endpoint().orElseThrow().format()).isPresent();
        }
    }

    @Test
    void provesThemOnMessagesThatAreValid() throws IOException {
        var schema = ReturnMessageSchema.builtIn();
        assertThat(EndpointTemplates.messages()).hasSizeGreaterThan(3);
        for (var message : EndpointTemplates.messages()) {
            assertThat(schema.problems(new JsonMapper().readTree(message))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n<#if message.rma>b",
                "a\n${message.rma.number}",
                "a\n<#include 'other.ftl'>",
                "a\n<#include '../endpoint.yaml'>",
                "a\n<#include '/etc/hostname'>",
                "a\n${'freemarker.template.utility.Execute'?new()('id')}",
                "a\n${message?api.getClass()}",
                "a\n${message.documentNumber?api.getBytes()}",
                "a\n${message.documentNumber.class.forName('java.lang.Runtime')}",
            })
    void saysInWhichLineATemplateIsWrong(String template) throws IOException {
        var problems = PartnerFolders.check(folder(template), new EndpointTemplates()).problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code().id()).isEqualTo("DLV-007");
        assertThat(problems.get(0).line()).isEqualTo(2);
        assertThat(problems.get(0).file()).isEqualTo(directory.resolve("erp/out/a.ftl"));
    }

    @Test
    void makesNoObjectsOfClasses() throws IOException {
        var template = "${'freemarker.template.utility.Execute'?new()('id')}";

        assertThat(PartnerFolders.check(folder(template), new EndpointTemplates()).problems())
                .singleElement()
                .asString()
                .contains("Execute", "not allowed");
    }

    @Test
    void letsATemplateRefuseAMessage() throws IOException {
        var folder = folder("<#stop 'no returns here'>");

        assertThat(PartnerFolders.check(folder, new EndpointTemplates()).problems()).isEmpty();
        var template = MessageTemplate.of(PartnerFolders.format(folder).orElseThrow());
        assertThatThrownBy(() -> template.render("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("DLV-008")
                .hasMessageContaining("no returns here");
    }

    @Test
    void wantsTheTemplateInTheFolder() throws IOException {
        var folder = folder("x");
        Files.delete(folder.resolve("out/a.ftl"));

        assertThat(PartnerFolders.check(folder, new EndpointTemplates()).problems())
                .singleElement()
                .asString()
                .contains("endpoint.yaml:3", "PRT-006", "out/a.ftl");
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        var folder = folder("<#include 'secret.ftl'>");
        var secret = Files.writeString(directory.resolve("secret"), "hidden");
        Files.createSymbolicLink(folder.resolve("out/secret.ftl"), secret);

        assertThat(PartnerFolders.check(folder, new EndpointTemplates()).problems()).hasSize(1);
    }

    private Path folder(String template) throws IOException {
        var folder = Files.createDirectories(directory.resolve("erp"));
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/a.ftl"), template);
        Files.writeString(
                folder.resolve("endpoint.yaml"),
                "endpoint: erp\nurl: https://erp.example/\n"
                        + "format: { template: out/a.ftl, contentType: application/xml }\n");
        return folder;
    }
}
