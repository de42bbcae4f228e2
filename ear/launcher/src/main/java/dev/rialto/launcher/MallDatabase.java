package dev.rialto.launcher;

/** The database of this start: brought along, or named by the settings. */
sealed interface MallDatabase extends AutoCloseable permits EmbeddedDatabase, NamedDatabase {

    static MallDatabase choose(LaunchSettings settings, DataFolder folder, Payload payload) {
        return settings.text("rialto.db.url")
                .<MallDatabase>map(url -> new NamedDatabase(url, settings))
                .orElseGet(() -> new EmbeddedDatabase(
                        new PostgresCluster(PostgresBinaries.unpack(payload), folder), new Secrets(folder), settings));
    }

    DatabaseAccess access();

    /**
     * Makes it ready for logging in.
     *
     * @throws StartFailure when it cannot be
     */
    void start();

    @Override
    void close();
}
