/* What the page of an application says. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/attention.h"
#include "tui/map_application.h"

struct writing {
	struct ibp_map *map;
	size_t index;
	const struct ibp_application *application;
	struct ibp_page *page;
	size_t indent; /* of values: behind the widest label */
};

static size_t widest_label(const struct ibp_field *fields, size_t widest)
{
	for (; fields->name; fields++) {
		size_t width = ibp_text_width(_(fields->label)) + 2;

		widest = width > widest ? width : widest;
	}
	return widest;
}

static void add_line(const struct writing *w, const char *label,
		     const char *text, long id)
{
	ibp_page_add(w->page, label, text, id)->indent = w->indent;
}

static void add_fields(const struct writing *w, const struct ibp_field *fields,
		       const char *(*value)(const struct writing *w,
					    const char *name),
		       long first)
{
	struct ibp_buf text = {0};

	for (size_t i = 0; fields[i].name; i++) {
		const char *now = value(w, fields[i].name);

		ibp_buf_cut(&text, 0);
		ibp_work_add_value(&fields[i], now, &text);
		add_line(w, _(fields[i].label), now ? ibp_buf_text(&text) : "-",
			 first + (long)i);
	}
	ibp_buf_release(&text);
}

static const char *own_value(const struct writing *w, const char *name)
{
	return ibp_application_value(w->application, name);
}

static const char *agreement_value(const struct writing *w, const char *name)
{
	return ibp_agreement_value(&w->application->agreement, name);
}

/* ---- What asks for attention ---- */

static void add_attentions(const struct writing *w)
{
	struct ibp_attentions found;

	ibp_attentions_make(ibp_map_cover(w->map), ibp_map_derived(w->map),
			    &found);
	for (size_t i = 0; i < found.count; i++)
		if (found.items[i].application == w->index)
			ibp_page_add(w->page, "!",
				     ibp_attention_label(found.items[i].kind),
				     IBP_MAP_ITEM_TEXT)
				->indent = 2;
	ibp_attentions_release(&found);
}

/* ---- Schools ---- */

static void add_schools(const struct writing *w)
{
	const struct ibp_landscape *now = w->map->now;
	struct ibp_buf names = {0};

	if (!w->application->use_count)
		ibp_buf_add(&names, _("all schools"));
	else
		for (size_t i = 0; i < now->school_count; i++)
			if (ibp_application_is_used_by(w->application,
						       now->schools[i].id))
				ibp_buf_addf(&names, "%s%s",
					     names.length ? ", " : "",
					     now->schools[i].name);
	add_line(w, _("Schools"), ibp_buf_text(&names),
		 IBP_MAP_ITEM_ACT + IBP_MAP_SCHOOLS);
	ibp_buf_release(&names);
}

/* ---- Places ---- */

static void add_place(const struct writing *w, const struct ibp_placement *p)
{
	const struct ibp_fora *fora = w->map->fora;
	struct ibp_buf text = {0};
	bool known = p->element != IBP_FORA_NONE;

	ibp_buf_add(&text,
		    known ? fora->elements[p->element].name : p->element_name);
	if (known)
		ibp_buf_addf(
			&text, " (%s)",
			ibp_fora_type_label(fora->elements[p->element].type));
	else
		ibp_map_add_sentence(&text, _("no longer in FORA"));
	if (p->look_again)
		ibp_map_add_sentence(&text, _("look again"));
	if (p->note)
		ibp_map_add_sentence(&text, p->note);
	add_line(w, ibp_map_kind_label(p->kind), ibp_buf_text(&text),
		 known ? IBP_MAP_ITEM_ELEMENT + (long)p->element :
			 IBP_MAP_ITEM_TEXT);
	ibp_buf_release(&text);
}

static void add_places(const struct writing *w)
{
	for (size_t i = 0; i < w->application->placement_count; i++)
		add_place(w, &w->application->placements[i]);
	ibp_page_add(w->page, NULL,
		     w->application->placement_count ?
			     _("Place it elsewhere too, in the tree") :
			     _("It has no place yet. Place it in the tree"),
		     IBP_MAP_ITEM_ACT + IBP_MAP_OPEN_PLACING);
}

/* ---- What FORA says ---- */

static const char *personal_word(enum ibp_fora_answer answer)
{
	static const char *const words[] = {
		[IBP_FORA_UNANSWERED] = NULL,
		[IBP_FORA_NO] = "none",
		[IBP_FORA_YES] = "ordinary",
	};

	return words[answer];
}

static void add_derived_line(const struct writing *w, const char *name,
			     const char *derived, uint32_t object)
{
	const struct ibp_field *field =
		ibp_field_find(ibp_application_fields, name);
	const char *own = ibp_application_value(w->application, name);
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, "%s: %s", _("own"),
		     own ? ibp_field_choice_label(field, own) : "-");
	ibp_map_add_fact(&text, "FORA",
			 derived ? ibp_field_choice_label(field, derived) :
				   "-");
	if (object != IBP_FORA_NONE)
		ibp_map_add_fact(&text, _("because of"),
				 w->map->fora->elements[object].name);
	add_line(w, _(field->label), ibp_buf_text(&text),
		 IBP_MAP_ITEM_FIELD + (field - ibp_application_fields));
	ibp_buf_release(&text);
}

static void add_derived(const struct writing *w)
{
	const struct ibp_derived *d = &ibp_map_derived(w->map)[w->index];

	if (!d->objects) {
		ibp_page_add(w->page, NULL,
			     _("Nothing: none of its places uses information "
			       "that FORA has classified."),
			     IBP_MAP_ITEM_TEXT);
		return;
	}
	add_derived_line(w, "availability",
			 ibp_rating_word(d->availability.rating),
			 d->availability.object);
	add_derived_line(w, "integrity", ibp_rating_word(d->integrity.rating),
			 d->integrity.object);
	add_derived_line(w, "confidentiality",
			 ibp_rating_word(d->confidentiality.rating),
			 d->confidentiality.object);
	add_derived_line(w, "personal_data", personal_word(d->personal_data),
			 d->personal_object);
}

/* ---- Couplings ---- */

static void add_coupling(const struct writing *w, const struct ibp_coupling *c)
{
	const struct ibp_landscape *now = w->map->now;
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, "%s - %s", now->applications[c->from_at].name,
		     now->applications[c->to_at].name);
	for (const struct ibp_field *f = ibp_coupling_fields + 2; f->name;
	     f++) {
		char *shown =
			ibp_field_show(f, ibp_map_coupling_value(c, f->name));

		ibp_map_add_fact(&text, _(f->label), shown);
		free(shown);
	}
	ibp_page_add(w->page, NULL, ibp_buf_text(&text),
		     IBP_MAP_ITEM_COUPLING + c->id);
	ibp_buf_release(&text);
}

static void add_couplings(const struct writing *w)
{
	for (size_t i = 0; i < w->map->now->coupling_count; i++) {
		const struct ibp_coupling *c = &w->map->now->couplings[i];

		if (c->from_at == w->index || c->to_at == w->index)
			add_coupling(w, c);
	}
	ibp_page_add(w->page, NULL, _("Couple it with another application"),
		     IBP_MAP_ITEM_ACT + IBP_MAP_COUPLE);
}

/* ---- All of it ---- */

static const struct {
	const char *title;
	void (*add)(const struct writing *w);
} parts[] = {
	{N_("Places in FORA"), add_places},
	{N_("What FORA says, beside your own values"), add_derived},
	{N_("Couplings"), add_couplings},
};

static void add_all(const struct writing *w)
{
	add_attentions(w);
	ibp_page_add_heading(w->page, _("Application"));
	add_fields(w, ibp_application_fields, own_value, IBP_MAP_ITEM_FIELD);
	add_schools(w);
	ibp_page_add_heading(w->page, _("Processing agreement and DPIA"));
	add_fields(w, ibp_agreement_fields, agreement_value,
		   IBP_MAP_ITEM_AGREEMENT);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		ibp_page_add_heading(w->page, _(parts[i].title));
		parts[i].add(w);
	}
}

void ibp_map_application_page(struct ibp_map *map, long id,
			      struct ibp_page *page)
{
	size_t index = ibp_map_find(map, id);
	struct writing w = {.map = map, .index = index, .page = page};

	ibp_page_clear(page);
	if (index == IBP_MAP_NONE) {
		ibp_page_add(page, NULL,
			     _("This application was removed. u brings it "
			       "back."),
			     IBP_MAP_ITEM_TEXT);
		return;
	}
	w.application = ibp_map_application(map, index);
	w.indent = widest_label(ibp_agreement_fields,
				widest_label(ibp_application_fields, 0));
	add_all(&w);
}
