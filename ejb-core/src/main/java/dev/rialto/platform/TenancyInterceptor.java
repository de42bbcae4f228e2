package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Makes the transaction act as the caller, and gives the transaction back to the outer caller when one boundary was
 * called by another.
 */
@Boundary
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class TenancyInterceptor {
    // interceptors of session beans are made by the EJB container, which knows no constructor injection
    @Inject
    Database database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    /** A method without a transaction reads and writes only through boundaries, or by {@link Reads}. */
    @AroundInvoke
    Object actAsCaller(InvocationContext call) throws Exception {
        if (call.getParameters().length == 0 || !(call.getParameters()[0] instanceof Caller caller)) {
            throw new IllegalStateException(call.getMethod() + " does not name its caller first");
        }
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        Identity outer = database.become(Identity.of(caller));
        Object result = call.proceed();
        if (outer.isSet()) {
            database.become(outer);
        }
        return result;
    }
}
