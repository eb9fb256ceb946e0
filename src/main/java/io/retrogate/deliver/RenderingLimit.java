package io.retrogate.deliver;

import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a template may take and how much it may write. One that never ends must neither hold a
 * thread of the deliveries nor fill the memory.
 *
 * @param most in characters
 */
record RenderingLimit(Duration longest, int most) {

    /** A thousand times what a message of a hundred lines takes. */
    static final RenderingLimit STANDARD =
            new RenderingLimit(Duration.ofSeconds(20), 16 * 1024 * 1024);

    /** Fails with DLV-008 at a limit, and as the template does. */
    String render(Template template, Map<String, Object> model)
            throws TemplateException, IOException {
        var task =
                new FutureTask<>(
                        () -> {
                            var text = new Limited(template.getName(), most);
                            template.process(model, text);
                            return text.toString();
                        });
        var thread = new Thread(task, "template-" + template.getName());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw cause(template, Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            // Loops and macros of the template look for it.
            thread.interrupt();
            throw failure(template, "does not end within " + longest.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rendering", e);
        }
    }

    /** What the template said is the caller's to explain. */
    private static RuntimeException cause(Template template, Throwable cause)
            throws TemplateException, IOException {
        if (cause instanceof TemplateException failed) {
            throw failed;
        }
        if (cause instanceof IOException unread) {
            throw unread;
        }
        if (cause instanceof GatewayException stopped) {
            return stopped;
        }
        return cause instanceof StackOverflowError
                ? failure(template, "calls itself without end", cause)
                : failure(template, "failed: " + cause, cause);
    }

    private static GatewayException failure(Template template, String what, Throwable cause) {
        return new GatewayException(
                DeliverProblem.TEMPLATE_FAILED, template.getName() + " " + what + ".", cause);
    }

    /** Keeps what is written, up to the limit. */
    private static final class Limited extends StringWriter {

        private final String template;
        private final int most;

        Limited(String template, int most) {
            this.template = template;
            this.most = most;
        }

        @Override
        public void write(char[] text, int from, int length) {
            admit(length);
            super.write(text, from, length);
        }

        @Override
        public void write(String text) {
            admit(text.length());
            super.write(text);
        }

        @Override
        public void write(String text, int from, int length) {
            admit(length);
            super.write(text, from, length);
        }

        private void admit(int length) {
            if (length > most - getBuffer().length()) {
                throw new GatewayException(
                        DeliverProblem.TEMPLATE_FAILED,
                        template + " writes more than " + most + " characters.",
                        null);
            }
        }
    }
}
