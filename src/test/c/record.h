/* The output of the programs of this directory, which the tests read. Each line is a record: its kind, then its fields,
   each after a tab. In a field every byte except 0x21 to 0x7E is written as %XX, and so is the per cent sign. The standard
   output has records only: the library's log, which it prints there, goes to the standard error. */
#ifndef RECORD_H
#define RECORD_H

#include <linphone/core.h>
#include <linphone/lpconfig.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static FILE *records;

/* Must be called first. */
static void open_records(void) {
	records = fdopen(dup(STDOUT_FILENO), "w");
	dup2(STDERR_FILENO, STDOUT_FILENO);
}

static void put_field(const char *field) {
	putc('\t', records);
	for (const unsigned char *c = (const unsigned char *)field; c != NULL && *c != '\0'; c++) {
		fprintf(records, *c > ' ' && *c < 0x7f && *c != '%' ? "%c" : "%%%02X", *c);
	}
}

/* Writes a record. The last argument must be NULL. */
static void put_record(const char *kind, ...) {
	va_list fields;
	fputs(kind, records);
	va_start(fields, kind);
	for (const char *field; (field = va_arg(fields, const char *)) != NULL;) {
		put_field(field);
	}
	va_end(fields);
	putc('\n', records);
}

/* Writes a record "section" for each section, followed by a record "entry" for each of its entries. */
static void put_config(LinphoneConfig *config) {
	bctbx_list_t *sections = linphone_config_get_sections_names_list(config);
	for (bctbx_list_t *section = sections; section != NULL; section = section->next) {
		const char *name = section->data;
		put_record("section", name, NULL);
		bctbx_list_t *keys = linphone_config_get_keys_names_list(config, name);
		for (bctbx_list_t *key = keys; key != NULL; key = key->next) {
			put_record("entry", key->data, linphone_config_get_string(config, name, key->data, ""), NULL);
		}
		bctbx_list_free(keys);
	}
	bctbx_list_free(sections);
}

#endif
