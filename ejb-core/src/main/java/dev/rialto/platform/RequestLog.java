package dev.rialto.platform;

/**
 * Puts the request's id on all that is logged while it is answered: in brackets at the end of the thread's name, which
 * every log format shows, on any server.
 */
public final class RequestLog implements AutoCloseable {
    private final Thread thread;
    private final String name;

    private RequestLog(Thread thread) {
        this.thread = thread;
        this.name = thread.getName();
    }

    /** Begins the request; close ends it. */
    public static RequestLog of(String requestId) {
        RequestLog log = new RequestLog(Thread.currentThread());
        log.thread.setName(log.name + " [" + requestId + "]");
        return log;
    }

    @Override
    public void close() {
        thread.setName(name);
    }
}
