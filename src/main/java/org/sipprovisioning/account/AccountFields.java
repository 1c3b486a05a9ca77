package org.sipprovisioning.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.HostName;

/** Reads the fields of an account from a request. Does not check whether the caller may set them: the service does. */
final class AccountFields {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9+_.-]{1,64}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int MIN_PASSWORD = 6;
    private static final int MAX_TEXT = 255;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_PHONE = 64;
    private static final int MAX_DICTIONARY_VALUE = 65_536;

    private final Fields fields;
    private final Optional<String> username;
    private final Optional<String> domain;
    private final Optional<String> password;

    AccountFields(Fields fields) {
        this.fields = fields;
        this.username = fields.value("username", MAX_TEXT, AccountFields::parseUsername);
        this.domain = fields.value("domain", MAX_TEXT, HostName::parse);
        this.password = password(fields);
    }

    Optional<String> username() {
        return username;
    }

    Optional<String> domain() {
        return domain;
    }

    Optional<String> password() {
        return password;
    }

    /** Sets the fields that are in the request, except user name, domain and password. */
    void applyTo(Account account) {
        fields.text("display_name", MAX_TEXT, account::setDisplayName);
        fields.value("email", MAX_EMAIL, AccountFields::parseEmail, account::setEmail);
        fields.text("phone", MAX_PHONE, account::setPhone);
        fields.flag("activated", account::setActivated);
        fields.flag("admin", account::makeAdmin);
        fields.value("dtmf_protocol", MAX_TEXT, DtmfProtocol::parse, account::setDtmfProtocol);
        fields.texts("dictionary", MAX_DICTIONARY_VALUE, account::setDictionary);
    }

    static Optional<String> password(Fields fields) {
        return fields.value("password", MAX_TEXT, AccountFields::parsePassword);
    }

    private static String parsePassword(String text) {
        if (text.length() < MIN_PASSWORD) {
            throw new IllegalArgumentException("must have at least " + MIN_PASSWORD + " characters");
        }
        return text;
    }

    private static String parseUsername(String text) {
        if (!USERNAME.matcher(text).matches()) {
            throw new IllegalArgumentException("must have 1 to 64 of the characters a-z 0-9 + _ . -");
        }
        return text;
    }

    private static String parseEmail(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be an e-mail address");
        }
        return text;
    }
}
