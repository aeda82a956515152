package vn.loa.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation (Markdown): its commands, its links and its headings. Lines are counted from 1.
 *
 * <p>Commands are fenced blocks of the language {@code sh}. A block that cannot be run gives the reason:
 * {@code sh norun="it builds Loa"}. Blocks of the language {@code js node} are modules that Node runs.
 */
public final class Guide {

    private static final Path README = Path.of("README.md");
    private static final Path GUIDES = Path.of("src", "docs");
    private static final Pattern FENCE = Pattern.compile("```(\\S*)\\s*(.*)");
    private static final Pattern REASON_NOT_TO_RUN = Pattern.compile("norun=\"[^\"]+\"");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "console");
    private static final Pattern COMMENT = Pattern.compile("\\s#\\s+(.+)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#+ (.+)");

    private final Path path;
    private final List<String> lines;
    private final List<String> commands = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    private Guide(Path path, List<String> lines) {
        this.path = path;
        this.lines = lines;
        String fence = null;
        for (String line : lines) {
            Matcher mark = FENCE.matcher(line);
            boolean isFence = mark.matches();
            boolean isCode = fence != null || isFence;
            if (isFence) {
                fence = fence == null ? openingFence(mark) : null;
            }
            commands.add(!isFence && "sh".equals(fence) ? line : "");
            prose.add(isCode ? "" : line);
        }
    }

    private String openingFence(Matcher mark) {
        String language = mark.group(1);
        String rest = mark.group(2);
        boolean isUnderstood = !SHELLS.contains(language)
                || language.equals("sh") && (rest.isEmpty() || REASON_NOT_TO_RUN.matcher(rest).matches());
        if (!isUnderstood) {
            throw new IllegalStateException(path + ": a block of commands begins with ```sh or ```sh norun=\"reason\", not "
                    + mark.group());
        }
        return rest.isEmpty() ? language : language + " " + rest;
    }

    /** The README and all pages of the documentation. */
    public static List<Guide> all() {
        try (Stream<Path> pages = Files.walk(GUIDES)) {
            return Stream.concat(Stream.of(README), pages.filter(page -> page.toString().endsWith(".md")).sorted())
                    .map(Guide::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Guide read(Path path) {
        try {
            return new Guide(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    public List<String> lines() {
        return lines;
    }

    public boolean hasCommands() {
        return commands.stream().anyMatch(line -> !line.isEmpty());
    }

    /** The commands as a script. Each stands in the same line as on the page. */
    public String script() {
        return String.join("\n", commands) + "\n";
    }

    /** The line in which the command of this line ends. */
    public int endOfCommand(int line) {
        int end = line;
        while (commands.get(end - 1).endsWith("\\")) {
            end++;
        }
        return end;
    }

    /** The comment at the end of a line of commands; empty where there is none. */
    public String comment(int line) {
        Matcher comment = COMMENT.matcher(commands.get(line - 1));
        return comment.find() ? comment.group(1) : "";
    }

    /** Blocks of JavaScript that Node can run: {@code js node}. Each is a module of its own. */
    public List<String> modules() {
        List<String> modules = new ArrayList<>();
        StringBuilder module = null;
        for (String line : lines) {
            if (module != null && line.equals("```")) {
                modules.add(module.toString());
                module = null;
            } else if (module != null) {
                module.append(line).append('\n');
            } else if (line.equals("```js node")) {
                module = new StringBuilder();
            }
        }
        return modules;
    }

    /** Targets of its links to other pages and headings of this repository. */
    public List<String> links() {
        return prose.stream().flatMap(line -> LINK.matcher(line).results()).map((MatchResult link) -> link.group(1))
                .filter(link -> !link.contains("://")).toList();
    }

    /** The anchors of its headings, as GitHub makes them. */
    public Set<String> anchors() {
        return prose.stream().map(HEADING::matcher).filter(Matcher::matches)
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
