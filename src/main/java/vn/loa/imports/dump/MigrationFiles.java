package vn.loa.imports.dump;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations in Loa's jar (or folder of classes). Flyway finds them by itself only in the running application, where
 * Quarkus has made a list of them when it was built.
 */
final class MigrationFiles implements ResourceProvider {

    private static final String FOLDER = "db/migration";

    private final List<LoadableResource> files = new ArrayList<>();

    MigrationFiles() {
        try {
            Path place = Path.of(MigrationFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                read(place.resolve(FOLDER));
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    read(jar.getPath(FOLDER));
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                files.add(new MigrationFile(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
    }

    List<String> names() {
        return files.stream().map(LoadableResource::getFilename).toList();
    }

    @Override
    public LoadableResource getResource(String name) {
        return files.stream().filter(file -> file.getRelativePath().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream().filter(file -> file.getFilename().startsWith(prefix)
                && Stream.of(suffixes).anyMatch(file.getFilename()::endsWith)).toList();
    }

    private static final class MigrationFile extends LoadableResource {

        private final String name;
        private final String sql;

        MigrationFile(String name, String sql) {
            this.name = name;
            this.sql = sql;
        }

        @Override
        public Reader read() {
            return new StringReader(sql);
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }
    }
}
