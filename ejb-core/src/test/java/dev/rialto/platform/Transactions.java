package dev.rialto.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** What the server's transactions do, for tests: one entity manager a thread while a transaction runs. */
final class Transactions {
    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();
    private static volatile EntityManagerFactory factory;

    private Transactions() {}

    static void use(EntityManagerFactory next) {
        factory = next;
    }

    static <T> T required(Callable<T> work) throws Exception {
        if (CURRENT.get() != null) {
            return work.call();
        }
        EntityManager entities = factory.createEntityManager();
        CURRENT.set(entities);
        entities.getTransaction().begin();
        try {
            T result = work.call();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            CURRENT.remove();
            entities.close();
        }
    }

    static <T> T requiresNew(Callable<T> work) throws Exception {
        EntityManager outer = CURRENT.get();
        CURRENT.remove();
        try {
            return required(work);
        } finally {
            if (outer != null) {
                CURRENT.set(outer);
            }
        }
    }

    /** Tells only whether a transaction runs. */
    static TransactionSynchronizationRegistry registry() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getTransactionStatus" ->
                        CURRENT.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
                    case "toString" -> "transactions of the tests";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    static EntityManager proxy() {
        return (EntityManager) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                    EntityManager entities = CURRENT.get();
                    if (entities == null) {
                        throw new IllegalStateException("no transaction");
                    }
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The transaction attribute of a session bean. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Required {}

    /** Begins before every other interceptor, as the container does. */
    @Required
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class RequiredInterceptor {
        @AroundInvoke
        Object run(InvocationContext call) throws Exception {
            jakarta.ejb.TransactionAttribute attribute =
                    call.getMethod().getAnnotation(jakarta.ejb.TransactionAttribute.class);
            if (attribute == null) {
                attribute = call.getMethod().getDeclaringClass().getAnnotation(jakarta.ejb.TransactionAttribute.class);
            }
            if (attribute == null) {
                return required(call::proceed);
            }
            return switch (attribute.value()) {
                case REQUIRES_NEW -> requiresNew(call::proceed);
                case NOT_SUPPORTED, NEVER -> outside(call);
                case SUPPORTS -> call.proceed();
                default -> required(call::proceed);
            };
        }

        private static Object outside(InvocationContext call) throws Exception {
            EntityManager outer = CURRENT.get();
            CURRENT.remove();
            try {
                return call.proceed();
            } finally {
                if (outer != null) {
                    CURRENT.set(outer);
                }
            }
        }
    }
}
