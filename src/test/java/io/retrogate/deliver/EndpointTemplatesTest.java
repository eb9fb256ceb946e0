package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.returns.ReturnMessageSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<#list 1.. as n></#list> | does not end within",
                "<#macro m><#list 1.. as n><#nested></#list></#macro><@m></@m> | does not end",
                "<#import 'b.ftl' as b><@b.m/> | does not end",
                "<#include 'b.ftl'><@m/> | does not end",
                "<#list 1.. as n>row</#list> | writes more than 1000 characters",
                "<#macro m><@m/></#macro><@m/> | without end",
                "<#function f(n)><#return f(n)></#function>${f(1)} | without end",
            })
    void stopsATemplateThatNeverEnds(String text, String why) throws IOException {
        var folder = folder(text);
        Files.writeString(
                folder.resolve("out/b.ftl"), "<#macro m><#list 1.. as n></#list></#macro>");
        var format = PartnerFolders.format(folder).orElseThrow();
        var template = MessageTemplate.of(format, new RenderingLimit(Duration.ofMillis(300), 1000));

        assertThatThrownBy(() -> template.render("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("a.ftl")
                .hasMessageContaining(why)
                .satisfies(
                        it ->
                                assertThat(((GatewayException) it).code())
                                        .isEqualTo(DeliverProblem.TEMPLATE_FAILED));
        assertThat(DeliverProblem.TEMPLATE_FAILED.retry()).isEqualTo(ProblemCode.Retry.NEVER);
        Awaitility.await().until(() -> running("template-").isEmpty());
    }

    private static List<String> running(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(it -> it.startsWith(prefix))
                .toList();
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
