package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.structure.EId;

/** The parts of documents that one normalised line names, each with its place: "điểm a khoản 2 Điều 5, Điều 6". */
public final class NamedParts {
    private static final int MOST = 500;
    private static final Pattern INSIDE = Pattern.compile("^art_([0-9]{1,4}+[a-zđ]?)(?:__para_([0-9]{1,4}+[a-zđ]?))?(?=__|$)");

    private final PinpointReader reader;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Integer, Group> byStart = new HashMap<>();

    private NamedParts(PinpointReader reader) {
        this.reader = reader;
        for (PinpointGroup parts : reader.groups()) {
            Group group = new Group(parts);
            groups.add(group);
            byStart.put(group.start(), group);
        }
    }

    /** The parts in a line that {@code VietnameseText.oneLine} returned. */
    public static NamedParts of(String line) {
        return new NamedParts(PinpointReader.of(line));
    }

    /** Linked parts of one document. */
    public static final class Group {
        private final PinpointGroup parts;

        private Group(PinpointGroup parts) {
            this.parts = parts;
        }

        public int start() {
            return parts.start();
        }

        public int end() {
            return parts.end();
        }

        /** Whether they end in "Điều này" or "khoản này". */
        public boolean isHere() {
            return parts.isHere();
        }

        /**
         * The eIds of the parts, in order, at most 500. Parts whose Điều is not known are left out.
         *
         * @param here the eId of the place that "Điều này" means; null for none
         * @param inside the eId of the Điều or khoản that holds parts which name none; null for none
         */
        public List<EId> eIds(EId here, EId inside) {
            Matcher place = INSIDE.matcher(here == null ? "" : here.value());
            Matcher holder = INSIDE.matcher(inside == null ? "" : inside.value());
            boolean placed = place.find();
            boolean held = holder.find();
            return parts.pinpoints(placed ? place.group(1) : null, placed ? place.group(2) : null,
                    held ? holder.group(1) : null, held ? holder.group(2) : null, MOST).stream().map(Pinpoint::eId).toList();
        }
    }

    /** The groups that begin from an offset on and before another one. */
    public List<Group> within(int from, int to) {
        return groups.subList(index(from), Math.max(index(from), index(to)));
    }

    private int index(int offset) {
        int low = 0;
        int high = groups.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (groups.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The group at this offset. */
    public Optional<Group> at(int offset) {
        return Optional.ofNullable(byStart.get(offset));
    }

    /** The group directly before the document that is named at this offset. */
    public Optional<Group> before(int offset) {
        PinpointGroup group = reader.groupBefore(offset);
        return group == null ? Optional.empty() : at(group.start());
    }
}
