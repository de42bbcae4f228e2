package dev.rialto.platform;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The domains with their real wiring, interceptors and a fresh real database, without a server: session beans become
 * application-scoped beans whose methods run in a transaction each (REQUIRED), as on the server.
 */
public final class TestMall implements AutoCloseable {
    private final SeContainer container;
    private final EntityManagerFactory factory;
    private final CountingSource counting = new CountingSource();

    private TestMall(String login, Path folder, Class<?>... more) {
        String database = TestDatabase.fresh();
        DataSource source = counting.around(TestDatabase.connect(database, login));
        factory = Persistence.createEntityManagerFactory(
                "rialto",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", source,
                        "eclipselink.weaving", "false"));
        Transactions.use(factory);
        TestPersistence.source = source;
        TestSettings.use(TestDatabase.address(database), folder);
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addPackages(true, rootOfTheDomains(), TestMall.class)
                .addBeanClasses(SessionBeanClasses.ofTheDomains())
                .addBeanClasses(more)
                .addExtensions(new SessionBeans())
                .initialize();
    }

    private static Class<?> rootOfTheDomains() {
        try {
            return Class.forName("dev.rialto.package-info");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the root package has a package-info", e);
        }
    }

    /** A mall with the current schema and no rows; beans that only the test has are named. */
    public static TestMall empty(Path folder, Class<?>... more) {
        return new TestMall("rialto_app", folder, more);
    }

    /** A mall whose application logs in as somebody else. */
    static TestMall loggedInAs(String login, Path folder) {
        return new TestMall(login, folder);
    }

    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** Runs in one transaction, as the login role until a boundary is called. */
    public <T> T inTransaction(Callable<T> work) {
        try {
            return Transactions.required(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements that the work sends to the database; begin, commit and the tenancy call are not counted. */
    public List<String> statementsOf(Runnable work) {
        counting.statements().clear();
        work.run();
        return List.copyOf(counting.statements());
    }

    /** Runs SQL with the worker's rights, for arranging and checking. */
    public int execute(String sql, Object... arguments) {
        return inTransaction(() -> {
            get(Database.class).become(new Identity("rialto_worker", "", "", ""));
            return get(Database.class).sql().execute(sql, arguments);
        });
    }

    /**
     * Fills tables with very many rows, far quicker than a mall at work: no reference is looked up, and nothing follows
     * from the rows, such as news for programs. Then the database is told how much there is.
     */
    public void fill(String sql, Object... arguments) {
        String database = value(String.class, "select current_database()");
        Jdbi superuser = Jdbi.create(TestDatabase.connect(database, "postgres"));
        superuser.useTransaction(rows -> {
            rows.execute("set local session_replication_role = replica");
            rows.execute(sql, arguments);
        });
        superuser.useHandle(rows -> rows.execute("analyze"));
    }

    /** Reads one value with the worker's rights. */
    public <T> T value(Class<T> type, String sql, Object... arguments) {
        return inTransaction(() -> {
            get(Database.class).become(new Identity("rialto_worker", "", "", ""));
            return get(Database.class).sql().select(sql, arguments).mapTo(type).one();
        });
    }

    @Override
    public void close() {
        container.close();
        factory.close();
    }

    /** Settings of a test. */
    @ApplicationScoped
    static class TestSettings {
        private static Settings settings;

        static void use(String url, Path folder) {
            settings = new Settings(
                    Set.of("mall", "storefront", "console", "gateway", "worker"),
                    "mall.localhost",
                    "console.localhost",
                    "api.localhost",
                    "localhost",
                    "http",
                    8080,
                    folder,
                    new Settings.DatabaseOwner(url, "rialto_owner", ""),
                    true);
        }

        @Produces
        Settings settings() {
            return settings;
        }
    }

    /** What the container gives: the entity manager of the running transaction, connections, whether one runs. */
    @ApplicationScoped
    static class TestPersistence {
        private static DataSource source;

        @Produces
        DataSource connections() {
            return source;
        }

        @Produces
        TransactionSynchronizationRegistry transactions() {
            return Transactions.registry();
        }

        @Produces
        @ApplicationScoped
        EntityManager entities() {
            return Transactions.proxy();
        }
    }

    private static final class SessionBeans implements Extension {
        private static final Set<Class<? extends Annotation>> BEANS = Set.of(
                Stateless.class, ApplicationScoped.class, RequestScoped.class, Dependent.class, Interceptor.class);

        void onlyWhatTheServerSees(@Observes ProcessAnnotatedType<?> type) {
            boolean isBean = BEANS.stream().anyMatch(type.getAnnotatedType()::isAnnotationPresent);
            boolean isReplaced = type.getAnnotatedType().getJavaClass() == PersistenceUnit.class
                    || type.getAnnotatedType().getJavaClass() == Settings.Source.class;
            if (!isBean || isReplaced) {
                type.veto();
            } else if (type.getAnnotatedType().isAnnotationPresent(Stateless.class)) {
                type.configureAnnotatedType()
                        .add(ApplicationScoped.Literal.INSTANCE)
                        .add(new AnnotationLiteral<Transactions.Required>() {});
            }
        }
    }
}
