package vn.loa.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Commands of the packaged application, each a process of its own. */
public final class Commands {

    private Commands() {
    }

    /**
     * Starts one where the application is packaged, because its archive of classes is for that place, and does not wait.
     *
     * @param words the command and its arguments; paths are absolute
     */
    public static Process start(Map<String, String> settings, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Application.JAVA.toString()));
        command.addAll(Application.javaOptions());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        command.addAll(Arrays.asList(words));
        return new ProcessBuilder(command).directory(Application.PACKAGED.toFile()).start();
    }

    /** Runs one to its end, and returns its exit code with what it said on both outputs: {@code 0 Restored …}. */
    public static String run(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        Process process = start(settings, words);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes());
        String errors = new String(process.getErrorStream().readAllBytes());
        return process.waitFor() + " " + out + errors;
    }
}
