/* A phone without a screen. Starts liblinphone with a linphonerc, as an application does, lets it fetch its provisioning
   and register, prints the result, and stops liblinphone, which then writes the linphonerc.

   phone [-p URL] [-u USER_AGENT] [-r] [-c] LINPHONERC
     LINPHONERC must be in a directory of this phone only, because liblinphone also keeps its databases there
     -p  the provisioning URL, as if the user had scanned its QR code
     -u  the name of the application
     -r  waits until each account is registered or refused
     -c  waits for the contacts of misc/contacts-vcard-list

   Records: "liblinphone" version; "configuring" status, message; "account" identity, registration state, reason;
   "contact" name, SIP address; then the configuration. */
#include "record.h"

#include <libgen.h>
#include <string.h>

#define TICK_MICROSECONDS 10000
#define PATIENCE_TICKS 2000

static const char *configuring = NULL;
static int knows_contacts = 0;

static const char *status_name(LinphoneConfiguringState status) {
	switch (status) {
		case LinphoneConfiguringSuccessful:
			return "Successful";
		case LinphoneConfiguringFailed:
			return "Failed";
		default:
			return "Skipped";
	}
}

static void on_configuring(LinphoneCore *core, LinphoneConfiguringState status, const char *message) {
	(void)core;
	configuring = status_name(status);
	put_record("configuring", configuring, message != NULL ? message : "", NULL);
}

static void put_contacts(LinphoneFriendList *list) {
	for (const bctbx_list_t *item = linphone_friend_list_get_friends(list); item != NULL; item = item->next) {
		char *address = linphone_address_as_string_uri_only(linphone_friend_get_address(item->data));
		put_record("contact", linphone_friend_get_name(item->data), address, NULL);
		bctbx_free(address);
	}
}

static void on_synchronised(LinphoneFriendList *list, LinphoneFriendListSyncStatus status, const char *message) {
	(void)message;
	if (status != LinphoneFriendListSyncStarted) {
		put_contacts(list);
		knows_contacts = 1;
	}
}

/* liblinphone 5.1 makes the list when it has fetched misc/contacts-vcard-list, 5.3 makes it before the request. */
static void on_friend_list(LinphoneCore *core, LinphoneFriendList *list) {
	(void)core;
	if (configuring == NULL) {
		return;
	}
	if (linphone_friend_list_get_friends(list) != NULL) {
		on_synchronised(list, LinphoneFriendListSyncSuccessful, NULL);
		return;
	}
	LinphoneFriendListCbs *callbacks = linphone_factory_create_friend_list_cbs(linphone_factory_get());
	linphone_friend_list_cbs_set_sync_status_changed(callbacks, on_synchronised);
	linphone_friend_list_add_callbacks(list, callbacks);
	linphone_friend_list_cbs_unref(callbacks);
}

static int has_contacts(LinphoneCore *core) {
	(void)core;
	return knows_contacts;
}

static int is_configured(LinphoneCore *core) {
	(void)core;
	return configuring != NULL;
}

static int is_settled(LinphoneCore *core) {
	for (const bctbx_list_t *item = linphone_core_get_account_list(core); item != NULL; item = item->next) {
		LinphoneRegistrationState state = linphone_account_get_state(item->data);
		if (state != LinphoneRegistrationOk && state != LinphoneRegistrationFailed) {
			return 0;
		}
	}
	return 1;
}

static void iterate_until(int (*reached)(LinphoneCore *), LinphoneCore *core) {
	for (int tick = 0; tick < PATIENCE_TICKS && !reached(core); tick++) {
		linphone_core_iterate(core);
		usleep(TICK_MICROSECONDS);
	}
}

static void put_accounts(LinphoneCore *core) {
	for (const bctbx_list_t *item = linphone_core_get_account_list(core); item != NULL; item = item->next) {
		LinphoneAccount *account = item->data;
		const LinphoneAccountParams *params = linphone_account_get_params(account);
		char *identity = linphone_address_as_string(linphone_account_params_get_identity_address(params));
		put_record("account", identity,
		           linphone_registration_state_to_string(linphone_account_get_state(account)),
		           linphone_reason_to_string(linphone_account_get_error(account)), NULL);
		bctbx_free(identity);
	}
}

int main(int count, char **arguments) {
	int registers = 0, contacts = 0;
	const char *user_agent = "Test", *url = NULL;
	open_records();
	for (int option; (option = getopt(count, arguments, "p:u:rc")) != -1;) {
		if (option == 'p') url = optarg;
		else if (option == 'u') user_agent = optarg;
		else if (option == 'r') registers = 1;
		else if (option == 'c') contacts = 1;
		else return 2;
	}
	LinphoneFactory *factory = linphone_factory_get();
	linphone_factory_set_data_dir(factory, dirname(strdup(arguments[optind])));
	linphone_logging_service_set_log_level(linphone_logging_service_get(), LinphoneLogLevelMessage);
	LinphoneCore *core = linphone_factory_create_core_3(factory, arguments[optind], NULL, NULL);
	put_record("liblinphone", linphone_core_get_version(), NULL);
	LinphoneCoreCbs *callbacks = linphone_factory_create_core_cbs(factory);
	linphone_core_cbs_set_configuring_status(callbacks, on_configuring);
	linphone_core_cbs_set_friend_list_created(callbacks, on_friend_list);
	linphone_core_add_callbacks(core, callbacks);
	linphone_core_set_user_agent(core, user_agent, "1.0");
	if (url != NULL) linphone_core_set_provisioning_uri(core, url);
	linphone_core_start(core);
	iterate_until(is_configured, core);
	if (registers) iterate_until(is_settled, core);
	if (contacts) iterate_until(has_contacts, core);
	put_accounts(core);
	put_config(linphone_core_get_config(core));
	linphone_core_stop(core);
	linphone_core_cbs_unref(callbacks);
	linphone_core_unref(core);
	return 0;
}
