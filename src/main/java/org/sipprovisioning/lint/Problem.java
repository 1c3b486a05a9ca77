package org.sipprovisioning.lint;

import static org.sipprovisioning.lint.Severity.ERROR;
import static org.sipprovisioning.lint.Severity.HINT;
import static org.sipprovisioning.lint.Severity.WARNING;

import java.util.Locale;

/** The kinds of findings. The name in lower case is the code, which stays the same in later versions. */
enum Problem {
    UNREADABLE(ERROR, "The text cannot be stored: %s.", "Save the file as UTF-8, and remove the character."),
    NO_LINPHONERC(ERROR, "This is no linphonerc: %s.", "Write sections, [name], with lines key=value below them."),

    BYTE_ORDER_MARK(
            WARNING,
            "A byte-order mark stands before the text. liblinphone does not see a section that begins on this line.",
            "Save the file as UTF-8 without a byte-order mark."),
    CUT_LINE(
            WARNING,
            "The line has more than 16383 bytes. liblinphone reads the rest as another line.",
            "Shorten the line."),
    NO_EQUALS_SIGN(
            WARNING,
            "liblinphone ignores the line, because it has no =.",
            "Write key=value, or begin the line with # to make it a comment."),
    NO_KEY(WARNING, "liblinphone ignores the line, because it has no key before the =.", "Write key=value."),
    EMPTY_VALUE(
            WARNING,
            "liblinphone ignores the line, because its value is empty. It does not clear the key.",
            "Delete the line. To delete a key in the phones, list it in custom_provisioning_clear."),
    BEFORE_SECTION(
            WARNING,
            "liblinphone ignores the line, because no section is open.",
            "Write a line with the section, such as [sip], before it."),
    KEY_LIKE_COMMENT(
            WARNING,
            "The key begins with #, and does not reach a phone.",
            "Remove the tab before the # to make the line a comment."),
    UNCLOSED_SECTION(
            WARNING,
            "liblinphone ignores the line, because it has a [ without a ]. The section before it stays open.",
            "Write [name]."),
    UNNAMED_SECTION(
            WARNING,
            "liblinphone ignores the line, because the section has no name. The section before it stays open.",
            "Write [name]."),
    TAB_BEFORE_SECTION(
            WARNING,
            "liblinphone ignores the line, because a tab stands before the [. The section before it stays open.",
            "Remove the tab."),
    WORDS_IN_SECTION(
            WARNING,
            "The name of the section ends at the first space. liblinphone ignores the other words.",
            "Write a name without spaces."),
    TEXT_AFTER_SECTION(
            WARNING,
            "liblinphone ignores what follows the first ] in the line.",
            "Write the entry, or the comment, into a line of its own."),
    WORDS_IN_KEY(
            WARNING,
            "The key ends at the first space. liblinphone ignores the words between it and the =.",
            "Write a key without spaces."),
    SPACE_BEFORE_VALUE(WARNING, "The space after the = belongs to the value.", "Remove the space."),
    TAB_AROUND_VALUE(WARNING, "A tab at the start or the end belongs to the value.", "Remove the tab."),
    COMMENT_BEHIND_VALUE(
            WARNING,
            "The # and what follows it belong to the value: only a whole line can be a comment.",
            "Write the comment into a line of its own, which begins with #."),
    DUPLICATE_KEY(
            WARNING,
            "The section has this key already, in line %s. The last value counts.",
            "Delete one of the two lines."),
    DUPLICATE_SECTION(
            HINT,
            "The section is open already since line %s. liblinphone joins the two.",
            "Write all entries of a section below one head."),

    SEMICOLON_COMMENT(WARNING, "A ; begins no comment.", "Begin the line with #."),
    SEMICOLON_BEHIND_VALUE(
            WARNING,
            "The ; and what follows it belong to the value: they are no comment.",
            "Write the comment into a line of its own, which begins with #."),
    QUOTED_VALUE(WARNING, "The quotation marks belong to the value.", "Remove the quotation marks."),
    WORD_FOR_NUMBER(WARNING, "liblinphone reads numbers, and reads this word as 0.", "Write 1 for yes, 0 for no."),
    NO_NUMBER(WARNING, "liblinphone reads a number here, and reads this text as 0.", "Write a number."),
    OCTAL_NUMBER(
            WARNING,
            "A leading 0 makes the number octal: liblinphone reads 010 as 8.",
            "Write the number without the leading 0."),
    TEXT_AFTER_NUMBER(
            WARNING, "liblinphone reads a number here, and ignores what follows it.", "Write the number alone."),
    OUT_OF_RANGE(WARNING, "The number has no meaning here: it must be %s.", "Write a number of this range."),
    VARIABLE(
            WARNING,
            "${…} is no template that is known here, and reaches the phone as it is.",
            "Fill in the value, or write $${ for a ${ that the phone must get."),
    FOREIGN_TEMPLATE(
            WARNING,
            "{{ }} is no template here, and reaches the phone as it is.",
            "Fill in the value, or use ${account.username} and the other templates of docs/hooks.md."),

    OPEN_SECRET(
            WARNING,
            "This is a secret, and everyone who requests /provisioning gets it.",
            "Delete the line. The server itself sends each account its credentials."),
    REALM_STAR(
            WARNING,
            "liblinphone compares realms letter by letter. * is no placeholder, and fits no challenge.",
            "Write the realm of the SIP server."),
    MD5_SWITCHED_OFF(
            WARNING,
            "The phone answers no challenge with MD5, and the credentials of this space are MD5: no phone can log in.",
            "Delete the line, or give the space the algorithm SHA-256."),
    HTTP_URL(
            WARNING,
            "The phone refuses this URL, because https_only is 1.",
            "Write an https URL, or delete https_only."),
    KEY_PASSWORD(
            WARNING,
            "liblinphone reads the password of the private key from client_cert_key_passsword, with three s.",
            "Write the key with three s."),
    KEY_IS_GONE(
            WARNING,
            "Present versions do not read this key. The last ones that did: %s.",
            "Delete the line, unless old phones need it."),
    KEY_IS_NEW(
            HINT,
            "Older versions do not read this key. The first ones that do: %s.",
            "Nothing, if all phones are new."),
    UNKNOWN_KEY(
            HINT,
            "No key of this name is known in this section. Did you mean %s?",
            "Correct the name, unless an app of yours reads it.");

    private final Severity severity;
    private final String message;
    private final String advice;

    Problem(Severity severity, String message, String advice) {
        this.severity = severity;
        this.message = message;
        this.advice = advice;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Severity severity() {
        return severity;
    }

    String message(Object... details) {
        return message.formatted(details);
    }

    String advice() {
        return advice;
    }
}
