package vn.loa.directive.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.directive.CitationView;
import vn.loa.directive.NoteView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.TableView;
import vn.loa.html.BodyBlock;
import vn.loa.text.fold.VietnameseText;

/**
 * Renders a directive as Markdown (CommonMark): headings by level, citations as links. All characters that could be
 * markup are escaped, also those of common extensions (tables, strikethrough, formulas).
 */
final class DirectiveMarkdown {

    private static final int DEEPEST_HEADING = 6;
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#~|$^]");
    /** The start of a line that CommonMark reads as a list, a rule, an underlined heading or a definition. */
    private static final Pattern AT_START = Pattern.compile("^(?=[-+=:])|^(\\d{1,9})(?=[.)])");

    private final List<String> blocks = new ArrayList<>();

    private final RevisionText document;

    private DirectiveMarkdown(RevisionText document) {
        this.document = document;
    }

    static String render(RevisionText document) {
        DirectiveMarkdown markdown = new DirectiveMarkdown(document);
        markdown.add(line(document.notice()));
        markdown.add(line(document.forceNotice()));
        if (document.isWhole()) {
            markdown.heading(1, document.name());
            markdown.add(line(document.origin()));
            markdown.add(line(document.title()));
        }
        int level = document.isWhole() ? 2 : 1;
        Map<String, List<CitationView>> cited = TextRun.byParagraph(document.bodyCitations());
        BodyBlock.of(document.opening()).forEach(block -> markdown.body(block, cited));
        document.text().forEach(node -> markdown.section(node, level));
        BodyBlock.of(document.closing()).forEach(block -> markdown.body(block, cited));
        document.annexes().forEach(node -> markdown.section(node, level));
        return String.join("\n\n", markdown.blocks) + "\n";
    }

    private void body(BodyBlock block, Map<String, List<CitationView>> cited) {
        if (block.isTable()) {
            MarkdownTable table = new MarkdownTable();
            block.rows().forEach(row -> {
                table.row();
                row.forEach(cell -> table.cell(cell.blocks().stream().map(inside -> words(inside, cited)).map(words ->
                        words.replace("\\\n", " ")).collect(Collectors.joining(" ")), cell.columnSpan()));
            });
            add(table.toString());
            return;
        }
        String text = words(block, cited);
        if (block.headingLevel() > 0) {
            add("#".repeat(block.headingLevel()) + " " + text.replace("\\\n", " "));
        } else {
            add(block.isItem() ? "- " + text.replace("\n", "\n  ") : text);
        }
    }

    private static String words(BodyBlock block, Map<String, List<CitationView>> cited) {
        return block.plainText().map(plain -> runs("", plain, cited.get(block.eId())))
                .orElseGet(() -> Arrays.stream(block.text().split("\n")).map(DirectiveMarkdown::line)
                        .collect(Collectors.joining("\\\n")));
    }

    private static String table(ParagraphView paragraph, List<CitationView> citations) {
        MarkdownTable table = new MarkdownTable();
        Iterator<List<TextRun>> words = TextRun.ofCells(paragraph, citations).iterator();
        for (TableView.Row row : paragraph.rows()) {
            table.row();
            row.cells().forEach(cell -> table.cell(runs("", words.next()),
                    cell.columnSpan() == null ? 1 : cell.columnSpan()));
        }
        return table.toString();
    }

    private void section(SectionNode node, int level) {
        Map<String, List<CitationView>> cited = TextRun.byParagraph(node.section().citations());
        if (!node.isRunIn()) {
            heading(level, node.label());
            add(line(document.forceNotice(node)));
        }
        String number = node.isRunIn() ? node.label() + " " : "";
        for (ParagraphView paragraph : node.section().paragraphs()) {
            List<CitationView> citations = cited.get(paragraph.eId());
            add(paragraph.isTable() ? table(paragraph, citations) : runs(number, paragraph.text(), citations));
            if (!number.isEmpty()) {
                add(line(document.forceNotice(node)));
                number = "";
            }
        }
        for (NoteView note : node.section().notes()) {
            String mark = "[" + note.number() + "] ";
            for (ParagraphView paragraph : note.paragraphs()) {
                add(runs(mark, paragraph.text(), cited.get(paragraph.eId())));
                mark = "";
            }
        }
        node.inside().forEach(inner -> section(inner, level + 1));
    }

    private void heading(int level, String text) {
        if (!text.isBlank()) {
            add("#".repeat(Math.min(level, DEEPEST_HEADING)) + " " + line(text));
        }
    }

    private static String runs(String number, String text, List<CitationView> citations) {
        return runs(number, TextRun.of(text, citations));
    }

    private static String runs(String number, List<TextRun> runs) {
        StringBuilder out = new StringBuilder(escape(number));
        for (TextRun run : runs) {
            String link = RevisionText.linkTo(run.citation());
            String words = escape(run.text());
            out.append(link == null ? words : "[" + words + "](" + link + ")");
        }
        return startingAsText(out.toString().strip());
    }

    private static String line(String text) {
        return startingAsText(escape(VietnameseText.oneLine(text)));
    }

    /** Escapes a text and replaces line ends by spaces, because a line end begins a new block or ends a heading. */
    private static String escape(String text) {
        return SPECIAL.matcher(text.replaceAll("\\s", " ")).replaceAll("\\\\$0");
    }

    private static String startingAsText(String line) {
        return AT_START.matcher(line).replaceFirst("$1\\\\");
    }

    private void add(String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }
}
