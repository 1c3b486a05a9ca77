package org.sipprovisioning.provisioning;

import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.lpconfig.TemplateName;
import org.sipprovisioning.lpconfig.TemplateValues;
import org.sipprovisioning.space.Space;

/**
 * The values of the templates in a space's entries, for the document that a phone has asked for.
 *
 * @param account empty for the base document
 */
record PhoneValues(Space space, Optional<Account> account, PhoneRequest request) implements TemplateValues {

    @Override
    public Optional<String> find(TemplateName name, String argument) {
        return switch (name) {
            case ACCOUNT_USERNAME -> account.map(Account::username);
            case ACCOUNT_DOMAIN -> account.map(holder -> holder.space().domain());
            case ACCOUNT_DISPLAY_NAME -> account.flatMap(Account::displayName);
            case ACCOUNT_PHONE -> account.flatMap(Account::phone);
            case ACCOUNT_DICTIONARY -> account.map(holder -> holder.dictionary().get(argument));
            case SPACE_DOMAIN -> Optional.of(space.domain());
            case REQUEST_PARAM -> request.documentText(argument);
        };
    }
}
