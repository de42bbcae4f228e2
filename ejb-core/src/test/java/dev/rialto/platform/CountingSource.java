package dev.rialto.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes down every statement that goes to the database, except the one that says for whom the transaction acts. */
final class CountingSource {
    private final List<String> statements = new CopyOnWriteArrayList<>();

    DataSource around(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, arguments, result) -> result instanceof Connection connection ? around(connection) : result);
    }

    List<String> statements() {
        return statements;
    }

    private Connection around(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, arguments, result) ->
                        result instanceof Statement statement ? around(statement, arguments) : result);
    }

    private Statement around(Statement statement, Object[] prepared) {
        Class<?> type =
                statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
        String known = prepared != null && prepared.length > 0 && prepared[0] instanceof String text ? text : "";
        return (Statement) proxy(type, statement, (method, arguments, result) -> {
            if (method.startsWith("execute")) {
                note(arguments != null && arguments[0] instanceof String text ? text : known);
            }
            return result;
        });
    }

    /** Several in one text are one round trip. */
    private void note(String text) {
        String own = Stream.of(text.split(";\n"))
                .filter(sql -> !sql.contains("set_config('role'") && !sql.startsWith("begin") && !sql.equals("commit"))
                .collect(Collectors.joining(";\n"));
        if (!own.isEmpty()) {
            statements.add(own);
        }
    }

    private interface After {
        Object apply(String method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, Object target, After after) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return after.apply(method.getName(), arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
