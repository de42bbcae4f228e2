package dev.rialto.platform;

import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The stateless session beans of the domains; a container without EJB does not find them by itself. */
final class SessionBeanClasses {
    private SessionBeanClasses() {}

    static Class<?>[] ofTheDomains() {
        try {
            Path root = Path.of(Database.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root.resolve("dev/rialto"))) {
                return files.filter(file -> file.toString().endsWith(".class"))
                        .map(file -> load(root.relativize(file).toString()))
                        .filter(type -> type.isAnnotationPresent(Stateless.class))
                        .toArray(Class<?>[]::new);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, SessionBeanClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
