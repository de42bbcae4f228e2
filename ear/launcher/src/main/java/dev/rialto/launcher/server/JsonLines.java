package dev.rialto.launcher.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One JSON object per log record. The id of the request stands in brackets at the end of its thread's name. */
public final class JsonLines extends Formatter {
    private static final Pattern REQUEST = Pattern.compile("\\[(?<id>[\\w.-]+)]$");

    @Override
    public String format(LogRecord log) {
        StringBuilder line =
                new StringBuilder("{\"time\":\"").append(log.getInstant()).append('"');
        field(line, "level", log.getLevel().getName());
        field(line, "logger", log.getLoggerName());
        String thread = Thread.currentThread().getName();
        field(line, "thread", thread);
        Matcher request = REQUEST.matcher(thread);
        if (request.find()) {
            field(line, "request", request.group("id"));
        }
        field(line, "message", message(log));
        if (log.getThrown() != null) {
            field(line, "error", trace(log.getThrown()));
        }
        return line.append("}\n").toString();
    }

    private String message(LogRecord log) {
        Object[] parameters = log.getParameters();
        if (parameters == null || parameters.length == 0) {
            return formatMessage(log);
        }
        try {
            return formatMessage(log);
        } catch (IllegalArgumentException e) {
            return log.getMessage() + MessageFormat.format(" ({0} parameters)", parameters.length);
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void field(StringBuilder line, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        line.append(",\"").append(name).append("\":\"");
        value.chars().forEach(c -> escape(line, (char) c));
        line.append('"');
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (c < ' ') {
                    line.append(String.format("\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
