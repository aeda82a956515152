package vn.loa.text.effect;

import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * What the instructions below a line are about: "Sửa đổi, bổ sung một số điều của Nghị định số …", "Sửa đổi, bổ sung Điều
 * 5 như sau:".
 *
 * @param level the level of the section that says it
 * @param document null when no document was named
 * @param inside the provision that is changed in parts; null for none
 */
record Amended(int level, Subject document, EId inside) {}
