package vn.loa.imports.file;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.imports.file.child.FileReader;

/**
 * The command that starts a process for a file. Its class path is the jars (or folders) from which this process has its own
 * classes, however it was packaged.
 */
final class ReaderCommand {

    /** One class of each jar that the process needs; they are found without being initialised. */
    private static final List<String> NEEDED = List.of("org.apache.pdfbox.pdmodel.PDDocument", "org.apache.fontbox.FontBoxFont",
            "org.apache.pdfbox.io.RandomAccessRead", "org.apache.commons.logging.LogFactory",
            // There is a LogFactory of JBoss, too, which needs this one.
            "org.jboss.logging.Logger", "org.apache.poi.poifs.filesystem.POIFSFileSystem",
            "org.apache.poi.hwpf.HWPFDocument", "org.apache.logging.log4j.LogManager", "org.apache.commons.io.IOUtils",
            "org.apache.commons.compress.archivers.zip.ZipFile", "org.apache.commons.codec.digest.DigestUtils",
            "org.apache.commons.lang3.StringUtils");
    private static final Path NICE = Path.of("/usr/bin/nice");

    private ReaderCommand() {
    }

    /** @param heap in bytes */
    static List<String> of(long heap) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            // Readers of articles come first.
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-Xms16m", "-XX:MaxMetaspaceSize=128m", "-XX:ReservedCodeCacheSize=48m",
                "-XX:MaxDirectMemorySize=16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-Xshare:auto", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "-cp", classPath(), FileReader.class.getName()));
        return command;
    }

    private static String classPath() {
        return Stream.concat(Stream.of(FileReader.class), NEEDED.stream().map(ReaderCommand::find)).map(ReaderCommand::place)
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name, false, FileReader.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
