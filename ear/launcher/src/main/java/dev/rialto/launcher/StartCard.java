package dev.rialto.launcher;

/** What stands on the terminal once the mall is open: where to go and where to look. */
final class StartCard {
    private StartCard() {}

    static String of(LaunchSettings settings, DataFolder folder, String time) {
        return """

                The mall is open (%s).
                  Mall     %s
                  Console  %s
                  API      %s
                  Log      %s
                Ctrl-C closes it; the data stays.
                """.formatted(
                        time.strip(),
                        address(settings, "mall"),
                        address(settings, "console"),
                        address(settings, "api"),
                        folder.folder("logs").resolve("rialto-0.log"));
    }

    private static String address(LaunchSettings settings, String surface) {
        String host = settings.text("rialto.host." + surface, surface + ".localhost");
        String scheme = settings.text("rialto.public.scheme", "http");
        int usual = scheme.equals("https") ? 443 : 80;
        String port = settings.publicPort() == usual ? "" : ":" + settings.publicPort();
        return scheme + "://" + host + port + "/";
    }
}
