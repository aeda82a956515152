package vn.loa.text.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Warning;

/**
 * The letters that a text was meant to have: without control characters, decoded once more where it was encoded twice,
 * in Unicode where it was written in an older encoding. A text that is right stays as it is.
 *
 * @param warnings what was changed
 */
public record TextRepair(String text, List<Warning> warnings) {
    private static final int EXCERPT_LENGTH = 120;
    /** A file that is no text has more: of random bytes one in nine is a control character. */
    private static final double MOST_CONTROLS = 0.02;
    private static final char REPLACEMENT = '\uFFFD';

    public TextRepair {
        warnings = List.copyOf(warnings);
    }

    /** Whether so many control characters stand in it that it is no text. */
    public static boolean isBinary(String text) {
        return text.chars().filter(c -> c < 0x7F ? isControl(c) : c == 0x7F).count() > Math.max(2, MOST_CONTROLS * text.length());
    }

    public static TextRepair of(String raw) {
        List<Warning> warnings = new ArrayList<>();
        DoubleEncoding.Undone undone = DoubleEncoding.undo(raw);
        if (!undone.text().equals(raw)) {
            warnings.add(warning("encoded-twice", "The text was UTF-8 that had been read in another encoding and saved again;"
                    + " it was decoded once more, in " + undone.parts() + " places.", undone.text()));
        } else if (undone.mixed()) {
            warnings.add(warning("encoded-twice-in-part", undone.parts() + " places look like UTF-8 that was read in another"
                    + " encoding and saved again (as \"Ã¡\"), but others do not; nothing was changed.", raw));
        }
        String clean = withoutControls(undone.text(), warnings);
        Optional<LegacyEncoding> legacy = EncodingGuess.of(clean);
        String text = legacy.map(encoding -> convert(clean, encoding)).orElse(clean);
        legacy.ifPresent(encoding -> warnings.add(converted(encoding, text)));
        return new TextRepair(text, warnings);
    }

    /** The warning of a conversion. */
    static Warning converted(LegacyEncoding encoding, String text) {
        return warning("encoding-converted", "The text was written in " + encoding.title()
                + ", an encoding from before Unicode, and was converted.", text);
    }

    private static Warning warning(String code, String message, String near) {
        return new Warning(code, message, VietnameseText.excerpt(near.substring(0, Math.min(near.length(), 1000)).strip(), EXCERPT_LENGTH));
    }

    /** Converts words. A lone sign is a letter only where it is a syllable by itself. */
    private static String convert(String text, LegacyEncoding encoding) {
        return EncodingGuess.words(text, word -> {
            String letters = encoding.toUnicode(word);
            boolean shouted = letters.length() > 1 && !letters.equals(letters.toUpperCase(Locale.ROOT))
                    && word.chars().filter(TextRepair::isCapital).count() > 1 && word.chars().noneMatch(c -> c >= 'a' && c <= 'z');
            boolean lone = word.chars().noneMatch(c -> c <= 0x7F) && !Syllables.has(letters);
            // TCVN3 has no capitals with tones: a heading has small letters among its capitals.
            return lone && word.length() == 1 ? word
                    : shouted && encoding == LegacyEncoding.TCVN3 ? letters.toUpperCase(Locale.ROOT) : letters;
        });
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String withoutControls(String text, List<Warning> warnings) {
        long controls = text.chars().filter(TextRepair::isControl).count();
        long replaced = text.chars().filter(c -> c == REPLACEMENT).count();
        if (replaced > 0) {
            warnings.add(new Warning("letters-lost-before", "The text has " + replaced + " characters that stand for letters which"
                    + " were lost before it came here (U+FFFD).", null));
        }
        if (controls == 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> !isControl(c)).forEach(c -> out.append((char) c));
        int first = 0;
        while (!isControl(text.charAt(first))) {
            first++;
        }
        warnings.add(warning("control-characters-dropped", "The text had " + controls
                + " control characters, which no text needs; they were dropped.", text.substring(Math.max(0, first - 40))));
        return out.toString();
    }

    /** C0 and C1 controls except white space and line ends, and DEL. PostgreSQL and XML refuse some of them. */
    private static boolean isControl(int c) {
        return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B || c >= 0x7F && c < 0xA0 && c != 0x85;
    }
}
