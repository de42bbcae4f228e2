package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.annotation.Priority;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

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

    @AroundInvoke
    Object actAsCaller(InvocationContext call) throws Exception {
        if (call.getParameters().length == 0 || !(call.getParameters()[0] instanceof Caller caller)) {
            throw new IllegalStateException(call.getMethod() + " does not name its caller first");
        }
        if (runsWithoutTransaction(call.getMethod())) {
            return call.proceed();
        }
        Identity outer = database.become(Identity.of(caller));
        Object result = call.proceed();
        if (outer.isSet()) {
            database.become(outer);
        }
        return result;
    }

    /** Such a method reads and writes nothing itself: it goes outside and calls boundaries before and after. */
    private static boolean runsWithoutTransaction(Method method) {
        TransactionAttribute ofMethod = method.getAnnotation(TransactionAttribute.class);
        TransactionAttribute attribute =
                ofMethod != null ? ofMethod : method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
        return attribute != null && attribute.value() == TransactionAttributeType.NOT_SUPPORTED;
    }
}
