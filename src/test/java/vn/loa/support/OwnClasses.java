package vn.loa.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The application's classes, by their annotations. Names and annotations are all that is read, so that it takes no seconds, as it does with ArchUnit. */
public final class OwnClasses {

    private static final Path FOLDER = Path.of("target", "classes", "vn", "loa");
    private static final Index INDEX = read();

    private OwnClasses() {
    }

    private static Index read() {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                indexer.index(new ByteArrayInputStream(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }

    /** Nested ones, too. */
    public static Stream<Class<?>> annotatedWith(Class<? extends Annotation> annotation) {
        return INDEX.getAnnotations(annotation).stream().filter(use -> use.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(use -> load(use.target().asClass().name().toString()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
