package vn.loa.text.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How fast citations are found in texts: java -cp target/classes src/bench/java/vn/loa/text/check/ReadingSpeed.java FILE... */
public final class ReadingSpeed {

    private static final int ROUNDS = 12;
    private static final int REQUEST = 48_000;

    private ReadingSpeed() {
    }

    public static void main(String[] files) throws IOException {
        List<String> requests = new ArrayList<>();
        long bytes = 0;
        for (String file : files) {
            String text = Files.readString(Path.of(file));
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            for (int at = 0; at < text.length(); at += REQUEST) {
                requests.add(text.substring(at, Math.min(text.length(), at + REQUEST)));
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            int statements = requests.stream().mapToInt(text -> CheckedText.read(text, Integer.MAX_VALUE).statements().size()).sum();
            System.out.printf("%.1f MB/s, %d statements in %d bytes%n", bytes * 1e3 / (System.nanoTime() - begin), statements, bytes);
        }
    }
}
