/* Reads files with liblinphone as a phone does: a *.xml as the answer of a provisioning server to a phone without a
   configuration, any other file as the linphonerc of a phone. The argument is a file with a path on each line.

   Prints for each file a record "file" with the path, then the configuration. For a linphonerc it also prints a record
   "converted" with the XML that the library itself makes of it. If the library refuses the file, it prints a record
   "refused" instead. If the library crashes, it prints a record "crash" with the signal. */
#include "record.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static int is_xml(const char *path) {
	const char *dot = strrchr(path, '.');
	return dot != NULL && strcmp(dot, ".xml") == 0;
}

static char *content(const char *path) {
	char *text = NULL;
	size_t size = 0;
	FILE *file = fopen(path, "rb");
	if (file == NULL || getdelim(&text, &size, '\0', file) < 0) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	fclose(file);
	return text;
}

static void put_xml(const char *path) {
	LinphoneConfig *config = linphone_config_new_with_factory(NULL, NULL);
	if (linphone_config_load_from_xml_string(config, content(path)) == 0) {
		put_config(config);
	} else {
		put_record("refused", NULL);
	}
}

/* Reads the file as the factory configuration, because liblinphone would make a user configuration unreadable to others. */
static void put_linphonerc(const char *path) {
	LinphoneConfig *config = linphone_config_new_with_factory(NULL, path);
	put_config(config);
	put_record("converted", linphone_config_dump_as_xml(config), NULL);
}

/* Reads the file in a child process, because liblinphone writes beyond its buffers when it reads some of the files. */
static void put_file(const char *path) {
	put_record("file", path, NULL);
	fflush(records);
	pid_t child = fork();
	if (child == 0) {
		(is_xml(path) ? put_xml : put_linphonerc)(path);
		fflush(records);
		_exit(EXIT_SUCCESS);
	}
	int status = EXIT_FAILURE;
	if (child < 0 || waitpid(child, &status, 0) < 0 || (WIFEXITED(status) && WEXITSTATUS(status) != EXIT_SUCCESS)) {
		exit(EXIT_FAILURE);
	}
	if (WIFSIGNALED(status)) {
		put_record("crash", strsignal(WTERMSIG(status)), NULL);
	}
}

int main(int argc, char **argv) {
	/* The buffer holds the records of one file, so that a child that crashes has printed nothing. */
	static char buffer[1 << 23];
	open_records();
	setvbuf(records, buffer, _IOFBF, sizeof buffer);
	bctbx_set_log_level(NULL, BCTBX_LOG_FATAL);
	bctbx_set_log_level("liblinphone", BCTBX_LOG_FATAL);
	FILE *list = argc == 2 ? fopen(argv[1], "r") : NULL;
	if (list == NULL) {
		return EXIT_FAILURE;
	}
	char path[4096];
	while (fgets(path, sizeof path, list) != NULL) {
		path[strcspn(path, "\n")] = '\0';
		put_file(path);
	}
	return EXIT_SUCCESS;
}
