package dev.rialto.rest.contract;

import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;

/** Keeps which method stands behind an operation. */
final class Noting extends AbstractOpenAPIExtension {
    private final Map<String, Method> operations;

    Noting(Map<String, Method> operations) {
        this.operations = operations;
    }

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        operation.setOperationId(method.getName());
        if (operations.put(method.getName(), method) != null) {
            throw new IllegalStateException("two operations are called " + method.getName());
        }
        super.decorateOperation(operation, method, chain);
    }
}
