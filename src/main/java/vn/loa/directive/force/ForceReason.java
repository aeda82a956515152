package vn.loa.directive.force;

import java.util.List;

/**
 * Who did what an event says.
 *
 * @param kind what it does, for example repeal
 * @param type of the document that does it; null when unknown
 * @param number of that document; null when it has none
 * @param title of that document; null when unknown
 * @param own whether a document says it of itself, or an editor says it
 * @param provisions the eIds of the parts of that document that say so
 */
public record ForceReason(String kind, String type, String number, String title, boolean own, List<String> provisions) {
}
