/*
 * A YAML file as a row of plain events; only yaml_events.c knows libyaml.
 * Anchors, aliases, tags and further documents are told as faults here and
 * never get further.  Used by the loader of model/yaml.h alone.
 */
#ifndef IBP_MODEL_YAML_EVENTS_H
#define IBP_MODEL_YAML_EVENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/yaml_fault.h"

enum ibp_yaml_kind {
	IBP_YAML_NOTHING, /* nothing more is read */
	IBP_YAML_SCALAR,
	IBP_YAML_LIST,  /* ends with IBP_YAML_END */
	IBP_YAML_GROUP, /* of keys and values; ends with IBP_YAML_END */
	IBP_YAML_END,
	IBP_YAML_REFUSED /* not what a value may be; that is told */
};

struct ibp_yaml_event {
	enum ibp_yaml_kind kind;
	struct ibp_yaml_mark mark;
	/* Of a scalar; it holds no NUL byte. */
	const char *text;
	size_t length; /* without the line breaks at the end of a block */
	bool plain;    /* without quotes */
};

/* One file being read; event is the current one. */
struct ibp_yaml_events {
	struct ibp_yaml_event event;
	struct ibp_yaml_faults faults;
	struct ibp_yaml_parser *parser;
};

/*
 * Checks the bytes and goes to the value of the first document.  False
 * where there is none, with the fault told.  Close it in either case.
 */
bool ibp_yaml_open(struct ibp_yaml_events *events, const char *file,
		   const char *text, size_t length, struct ibp_error *err);

/*
 * Goes on; false when nothing more is read: at the end, after a fault of
 * syntax, or when there are too many faults.
 */
bool ibp_yaml_next(struct ibp_yaml_events *events);

/* Goes on to the last event of the value that starts here. */
void ibp_yaml_skip(struct ibp_yaml_events *events);

/* Reads no further: next answers false from now on. */
void ibp_yaml_stop(struct ibp_yaml_events *events);

/* After the value: tells what stands behind the document. */
void ibp_yaml_finish(struct ibp_yaml_events *events);

void ibp_yaml_close(struct ibp_yaml_events *events);

#endif
