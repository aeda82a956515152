package vn.loa.app.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.loa.settings.CannotStartException;

/**
 * Restricts files to the user that runs Loa: modes 0700 and 0600. File systems without such modes (Windows) are left
 * unchanged.
 */
public final class OwnerOnly {

    private static final Logger LOG = Logger.getLogger(OwnerOnly.class);
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> ACCESS_OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> WRITE_ACCESS_OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {
    }

    /** The attributes for a new file. */
    public static FileAttribute<?>[] file() {
        return attributes(FILE);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)} : new FileAttribute<?>[0];
    }

    /**
     * Creates a directory with mode 0700, or gives an existing one that mode.
     *
     * @throws CannotStartException when Loa may not write there, or another user owns the directory
     */
    static void directory(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory, attributes(DIRECTORY));
        }
        if (!Files.isDirectory(directory)) {
            throw new CannotStartException(directory + " is not a directory. Loa keeps its data in one: choose another "
                    + "with loa.data (LOA_DATA).");
        }
        if (POSIX) {
            requireOwner(directory);
            restrict(directory, DIRECTORY);
        }
    }

    /** The directory must belong to Loa's user, because its owner can replace its content. */
    private static void requireOwner(Path directory) throws IOException {
        UserPrincipal owner = Files.getOwner(directory);
        UserPrincipal self;
        try {
            Path probe = Files.createTempFile(directory, ".owner-", "");
            self = Files.getOwner(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw new CannotStartException("Loa, which runs as " + System.getProperty("user.name") + ", cannot write to "
                    + directory + ", which belongs to " + owner.getName() + ". Give it to Loa (chown), or choose another "
                    + "directory with loa.data (LOA_DATA).", e);
        }
        if (!self.equals(owner)) {
            throw new CannotStartException(directory + " belongs to " + owner.getName() + ", but Loa runs as "
                    + self.getName() + ": who owns it could exchange its programs. Give it to Loa (chown), or choose "
                    + "another directory with loa.data (LOA_DATA).");
        }
    }

    /** Gives an existing file mode 0600. */
    static void restrictFile(Path file) throws IOException {
        if (POSIX) {
            restrict(file, FILE);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> mode) throws IOException {
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(path);
        if (before.equals(mode)) {
            return;
        }
        Files.setPosixFilePermissions(path, mode);
        Set<PosixFilePermission> after = Files.getPosixFilePermissions(path);
        if (!after.equals(mode)) {
            throw new CannotStartException(path + " has the mode " + PosixFilePermissions.toString(after)
                    + " and its file system does not let Loa change it to " + PosixFilePermissions.toString(mode)
                    + ". Choose another directory with loa.data (LOA_DATA).");
        }
        LOG.debugf("%s had the mode %s; now it has %s", path, PosixFilePermissions.toString(before),
                PosixFilePermissions.toString(mode));
    }

    /** Whether another user could have written to the directory or to anything in it. */
    static boolean isWritableByOthers(Path directory) throws IOException {
        if (!POSIX || !hasAny(Files.getPosixFilePermissions(directory), ACCESS_OF_OTHERS)) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(directory);
        for (Path path : filesIn(directory)) {
            PosixFileAttributes attributes =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.owner().equals(owner)
                    || !attributes.isSymbolicLink() && hasAny(attributes.permissions(), WRITE_ACCESS_OF_OTHERS)) {
                return true;
            }
        }
        return false;
    }

    /** Takes write permission from other users for everything in a directory, whatever the umask was. */
    static void removeWriteAccessOfOthers(Path directory) throws IOException {
        if (!POSIX) {
            return;
        }
        for (Path path : filesIn(directory)) {
            if (Files.isSymbolicLink(path)) {
                continue;
            }
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            if (permissions.removeAll(WRITE_ACCESS_OF_OTHERS)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }

    private static boolean hasAny(Set<PosixFilePermission> permissions, Set<PosixFilePermission> some) {
        return some.stream().anyMatch(permissions::contains);
    }

    /** The directory, which may be a symbolic link, and everything in it. */
    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory.toRealPath())) {
            return files.toList();
        }
    }
}
