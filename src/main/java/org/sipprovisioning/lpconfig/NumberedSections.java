package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sections whose names end with a number, such as {@code proxy_0} and {@code proxy_1}. liblinphone reads them one after the other, by
 * {@code %i} from 0, up to the first number that is missing.
 */
public enum NumberedSections {
    PROXIES("proxy_"),
    AUTH_INFOS("auth_info_");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final String prefix;

    NumberedSections(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the sections of a document that have such a name, in the order of their numbers. */
    public List<Section> of(LpConfig document) {
        return document.sections().stream()
                .filter(section -> isOne(section.name(), NUMBER))
                .sorted(Comparator.comparingInt(this::number))
                .toList();
    }

    /** Renames the last section to the first number that is missing, until no number is missing. */
    public void closeGaps(LpConfig document) {
        List<Section> left = new ArrayList<>(of(document));
        for (int i = 0; i < left.size(); i++) {
            if (number(left.get(i)) != i) {
                Section last = left.remove(left.size() - 1);
                document.rename(last.name(), name(i));
                left.add(i, document.section(name(i)));
            }
        }
    }

    /** Returns the reasons why a phone would not read sections: an unusual number such as 01, and the first section after a gap. */
    List<String> faults(LpConfig document) {
        List<String> faults = new ArrayList<>();
        document.sections().stream()
                .filter(section -> isOne(section.name(), DIGITS) && !isOne(section.name(), NUMBER))
                .forEach(section -> faults.add(
                        section + " is none that a phone reads, as " + name(0) + " and " + name(1) + " are"));
        List<Section> all = of(document);
        for (int i = 0; i < all.size(); i++) {
            if (number(all.get(i)) != i) {
                faults.add(all.get(i) + " is not read by a phone, as there is no [" + name(i) + "]");
                break;
            }
        }
        return faults;
    }

    String name(int number) {
        return prefix + number;
    }

    private boolean isOne(String name, Pattern number) {
        return name.startsWith(prefix)
                && number.matcher(name.substring(prefix.length())).matches();
    }

    private int number(Section section) {
        return Integer.parseInt(section.name().substring(prefix.length()));
    }
}
