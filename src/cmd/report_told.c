/* A board as bytes, from the process that read it to the one that lists it. */
#include <string.h>

#include "cmd/report_batch.h"
#include "cmd/scan_rows.h"
#include "core/field.h"
#include "model/content.h"

static void put_text(struct ibp_buf *told, const char *text)
{
	ibp_buf_add_bytes(told, text ? text : "", text ? strlen(text) + 1 : 1);
}

static void put_total(struct ibp_buf *told, const struct ibp_total *total)
{
	ibp_buf_add_bytes(told, total, sizeof(*total));
}

void ibp_cmd_report_tell(const struct ibp_cmd_report *report,
			 struct ibp_buf *told)
{
	const struct ibp_cmd_scan *scan = report->scan;
	const struct ibp_framework *framework = scan->framework;

	put_text(told, scan->board.name);
	put_text(told, ibp_field_choice_label(
			       ibp_field_find(ibp_board_fields, "sector"),
			       scan->board.sector));
	put_text(told, scan->info.name);
	put_text(told, framework->version);
	put_text(told, report->now);
	put_total(told, &report->total);
	for (size_t i = 0; i < framework->domain_count; i++) {
		const struct ibp_domain *domain = &framework->domains[i];
		struct ibp_total total =
			ibp_total_domain(framework, scan->assessment, i);

		put_text(told, domain->code);
		put_text(told, ibp_content_domain(domain));
		put_total(told, &total);
	}
}

struct reader {
	const char *at;
	size_t left;
	struct ibp_arena *arena;
	bool ended; /* before it should have */
};

static const char *take_text(struct reader *r)
{
	const char *end = r->left ? memchr(r->at, '\0', r->left) : NULL;
	const char *text;

	if (!end) {
		r->ended = true;
		return "";
	}
	text = ibp_arena_strdup(r->arena, r->at);
	r->left -= (size_t)(end - r->at) + 1;
	r->at = end + 1;
	return text;
}

static struct ibp_total take_total(struct reader *r)
{
	struct ibp_total total = {0};

	if (r->left < sizeof(total)) {
		r->ended = true;
		r->left = 0;
		return total;
	}
	memcpy(&total, r->at, sizeof(total));
	r->at += sizeof(total);
	r->left -= sizeof(total);
	return total;
}

bool ibp_cmd_report_hear(const char *told, size_t length,
			 struct ibp_arena *arena,
			 struct ibp_cmd_report_row *row)
{
	struct reader r = {told, length, arena, false};
	size_t most = length / sizeof(struct ibp_total) + 1;

	row->name = take_text(&r);
	row->sector = take_text(&r);
	row->assessment = take_text(&r);
	row->version = take_text(&r);
	row->made = take_text(&r);
	row->total = take_total(&r);
	row->domains = ibp_arena_alloc(arena, most * sizeof(*row->domains));
	row->domain_count = 0;
	while (!r.ended && r.left) {
		struct ibp_cmd_report_domain *domain =
			&row->domains[row->domain_count++];

		domain->code = take_text(&r);
		domain->title = take_text(&r);
		domain->total = take_total(&r);
	}
	return !r.ended;
}
