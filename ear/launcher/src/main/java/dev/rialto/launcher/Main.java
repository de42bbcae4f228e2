package dev.rialto.launcher;

import java.lang.reflect.InvocationTargetException;

/** Where {@code java -jar} begins. Compiled for Java 8, so that a wrong Java is told rather than thrown. */
public final class Main {
    private static final int OLDEST = 17;
    private static final int NEWEST = 21;

    private Main() {}

    public static void main(String[] args) throws Throwable {
        String refusal = refusal(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (!refusal.isEmpty()) {
            System.err.println(refusal);
            System.exit(1);
        }
        try {
            Class.forName("dev.rialto.launcher.Launcher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Why this Java will not do, or nothing. */
    static String refusal(String specification, String home) {
        int java = majorVersion(specification);
        return java >= OLDEST && java <= NEWEST
                ? ""
                : "Rialto runs on Java 17 to 21; this is Java " + java + " in " + home + ".";
    }

    private static int majorVersion(String specification) {
        String[] parts = specification.split("\\.");
        return Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
    }
}
