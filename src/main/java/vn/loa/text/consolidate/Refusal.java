package vn.loa.text.consolidate;

import java.util.Locale;

/** Why an instruction was left alone. */
public enum Refusal {
    NOT_UNDERSTOOD("its words were not understood"),
    PART_IN_WORDS("it names the part that it changes in words alone"),
    DATE_UNKNOWN("no day is known from which it applies"),
    NOT_YET("it applies from a later day"),
    OVER("it applied up to an earlier day"),
    SELF("it changes the text that says it"),
    INSTRUCTION_CHANGED("another document changes the provision that says it"),
    ALREADY_CONTAINED("the text contains the changes of this document already"),
    NO_WORDS("it changes the force of the text, not its words"),
    TARGET_NOT_FOUND("the text has no such provision"),
    TARGET_AMBIGUOUS("the text has several provisions of this number"),
    TARGET_REPEALED("the provision is repealed"),
    TARGET_EXISTS("the text has a provision of this number already"),
    PLACE_NOT_FOUND("the place of the new provision is not clear"),
    PHRASE_NOT_FOUND("the words that it changes do not stand there"),
    PHRASE_REPEATED("the words that it changes stand there several times"),
    PHRASE_IN_TABLE("the words that it changes stand in a table"),
    NOTHING_LEFT("nothing would be left of the heading or paragraph in which the words stand"),
    SEVERAL_PHRASES("it changes several phrases at once"),
    WORDS_MISSING("the new words do not follow it in quotation marks"),
    WORDS_UNENDED("the quotation of the new words has no clear end"),
    WORDS_DIFFER("the quoted words are not the provision that it names"),
    CONFLICT("another instruction changes the same words from the same day"),
    WORK_LIMIT("there are too many instructions to search for the words of this one");

    private final String meaning;

    Refusal(String meaning) {
        this.meaning = meaning;
    }

    /** The reason in plain words. */
    public String meaning() {
        return meaning;
    }

    /** The reason's name in JSON: "phrase-not-found". */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
