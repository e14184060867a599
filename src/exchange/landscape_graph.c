#include "exchange/landscape_graph.h"

#include <string.h>

#include "base/text.h"

enum node { APPLICATION, PLANNED, ELEMENT };
enum edge { PLACED, PLANNED_PLACE, FLOW, FLOW_BOTH };

/* How a language of graphs says things.  Names of nodes: a5, e12. */
struct syntax {
	void (*begin)(struct ibp_buf *out, const char *title);
	void (*node)(struct ibp_buf *out, enum node node, const char *id,
		     const char *label);
	void (*edge)(struct ibp_buf *out, enum edge edge, const char *from,
		     const char *to, const char *label);
	const char *end;
};

struct drawing {
	const struct ibp_landscape_graph *graph;
	const struct syntax *syntax;
	struct ibp_buf *out;
	struct ibp_arena arena;
	bool *shown; /* by element */
};

/* ---- What is drawn ------------------------------------------------------- */

static const char *status_of(const struct drawing *d, size_t application)
{
	return ibp_application_status_at(
		&d->graph->landscape->applications[application],
		d->graph->date);
}

static bool is_out(const struct drawing *d, size_t application)
{
	return strcmp(status_of(d, application), "out") == 0;
}

static const char *application_id(struct drawing *d, size_t index)
{
	return ibp_arena_printf(&d->arena, "a%zu", index + 1);
}

static const char *element_id(struct drawing *d, uint32_t index)
{
	return ibp_arena_printf(&d->arena, "e%u", (unsigned)index + 1);
}

static void draw_applications(struct drawing *d)
{
	const struct ibp_landscape *l = d->graph->landscape;

	for (size_t i = 0; i < l->application_count; i++)
		if (!is_out(d, i))
			d->syntax->node(
				d->out,
				strcmp(status_of(d, i), "planned") == 0 ?
					PLANNED :
					APPLICATION,
				application_id(d, i), l->applications[i].name);
}

/* Functions and processes would make a ball of wool of it. */
static bool is_drawn(const struct drawing *d, const struct ibp_placement *p)
{
	enum ibp_fora_type type;

	if (p->element == IBP_FORA_NONE || is_out(d, p->at))
		return false;
	type = d->graph->fora->elements[p->element].type;
	return type == IBP_FORA_COMPONENT || type == IBP_FORA_NATIONAL_FACILITY;
}

static void draw_places(struct drawing *d)
{
	const struct ibp_landscape *l = d->graph->landscape;
	const struct ibp_fora *fora = d->graph->fora;

	for (size_t i = 0; i < l->placement_count; i++) {
		const struct ibp_placement *p = &l->placements[i];
		const char *id;

		if (!is_drawn(d, p))
			continue;
		id = element_id(d, p->element);
		if (!d->shown[p->element])
			d->syntax->node(d->out, ELEMENT, id,
					fora->elements[p->element].name);
		d->shown[p->element] = true;
		d->syntax->edge(d->out,
				p->kind == IBP_PLACEMENT_PLANNED ?
					PLANNED_PLACE :
					PLACED,
				application_id(d, p->at), id, NULL);
	}
}

/* "gegevens (via, standaard)" */
static const char *flow_label(struct drawing *d, const struct ibp_coupling *c)
{
	struct ibp_buf text = {0};
	const char *made;

	if (c->data)
		ibp_buf_add(&text, c->data);
	if (c->via || c->standard)
		ibp_buf_addf(&text, "%s(%s%s%s)", c->data ? " " : "",
			     c->via ? c->via : "",
			     c->via && c->standard ? ", " : "",
			     c->standard ? c->standard : "");
	made = text.length ? ibp_arena_strdup(&d->arena, text.data) : NULL;
	ibp_buf_release(&text);
	return made;
}

static void draw_couplings(struct drawing *d)
{
	const struct ibp_landscape *l = d->graph->landscape;

	for (size_t i = 0; i < l->coupling_count; i++) {
		const struct ibp_coupling *c = &l->couplings[i];
		bool is_back = ibp_text_equal(c->direction, "from");
		size_t from = is_back ? c->to_at : c->from_at;
		size_t to = is_back ? c->from_at : c->to_at;

		if (is_out(d, from) || is_out(d, to))
			continue;
		d->syntax->edge(
			d->out,
			ibp_text_equal(c->direction, "both") ? FLOW_BOTH : FLOW,
			application_id(d, from), application_id(d, to),
			flow_label(d, c));
	}
}

static void draw(const struct ibp_landscape_graph *graph,
		 const struct syntax *syntax, struct ibp_buf *out)
{
	struct drawing d = {.graph = graph, .syntax = syntax, .out = out};

	d.shown = ibp_arena_alloc(&d.arena, graph->fora->element_count + 1);
	syntax->begin(out, graph->title);
	draw_applications(&d);
	draw_places(&d);
	draw_couplings(&d);
	ibp_buf_add(out, syntax->end);
	ibp_arena_release(&d.arena);
}

/* ---- Graphviz ------------------------------------------------------------ */

static void add_quoted(struct ibp_buf *out, const char *text)
{
	ibp_buf_add_char(out, '"');
	for (; *text; text++) {
		if (strchr("\"\\", *text))
			ibp_buf_add_char(out, '\\');
		ibp_buf_add_char(out, *text == '\n' ? ' ' : *text);
	}
	ibp_buf_add_char(out, '"');
}

static void begin_dot(struct ibp_buf *out, const char *title)
{
	ibp_buf_add(out, "digraph landscape {\n\tlabel=");
	add_quoted(out, title);
	ibp_buf_add(out, ";\n\tlabelloc=t;\n\trankdir=LR;\n"
			 "\tnode [shape=box, fontname=\"sans-serif\"];\n"
			 "\tedge [fontname=\"sans-serif\", fontsize=10];\n");
}

static void dot_node(struct ibp_buf *out, enum node node, const char *id,
		     const char *label)
{
	static const char *const looks[] = {
		[APPLICATION] = "style=\"filled\", fillcolor=\"#d6e4f2\"",
		[PLANNED] = "style=\"dashed\"",
		/* Parentheses: one text, and no comma forgotten. */
		[ELEMENT] = ("shape=component, style=\"filled\", "
			     "fillcolor=\"#ececec\""),
	};

	ibp_buf_addf(out, "\t%s [label=", id);
	add_quoted(out, label);
	ibp_buf_addf(out, ", %s];\n", looks[node]);
}

static void dot_edge(struct ibp_buf *out, enum edge edge, const char *from,
		     const char *to, const char *label)
{
	static const char *const looks[] = {
		[PLACED] = "arrowhead=empty",
		[PLANNED_PLACE] = "arrowhead=empty, style=dotted",
		[FLOW] = "style=dashed",
		[FLOW_BOTH] = "style=dashed, dir=both",
	};

	ibp_buf_addf(out, "\t%s -> %s [%s", from, to, looks[edge]);
	if (label) {
		ibp_buf_add(out, ", label=");
		add_quoted(out, label);
	}
	ibp_buf_add(out, "];\n");
}

void ibp_landscape_dot(const struct ibp_landscape_graph *graph,
		       struct ibp_buf *out)
{
	static const struct syntax dot = {begin_dot, dot_node, dot_edge, "}\n"};

	draw(graph, &dot, out);
}

/* ---- Mermaid ------------------------------------------------------------- */

/* What its grammar or the page around it could read goes as a number. */
static void add_entities(struct ibp_buf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("\"#&<>`;\\", *text))
			ibp_buf_addf(out, "#%d;", *text);
		else
			ibp_buf_add_char(out, *text == '\n' ? ' ' : *text);
	}
}

/* The title is text before the graph: YAML, which takes JSON's quotes. */
static void begin_mermaid(struct ibp_buf *out, const char *title)
{
	ibp_buf_add(out, "---\ntitle: ");
	add_quoted(out, title);
	ibp_buf_add(out, "\n---\nflowchart LR\n"
			 "\tclassDef application fill:#d6e4f2,stroke:#000\n"
			 "\tclassDef planned fill:#fff,stroke:#000,"
			 "stroke-dasharray:4 3\n"
			 "\tclassDef element fill:#ececec,stroke:#000\n");
}

static void mermaid_node(struct ibp_buf *out, enum node node, const char *id,
			 const char *label)
{
	static const struct {
		const char *open;
		const char *close;
	} looks[] = {
		[APPLICATION] = {"[\"", "\"]:::application"},
		[PLANNED] = {"[\"", "\"]:::planned"},
		[ELEMENT] = {"[[\"", "\"]]:::element"},
	};

	ibp_buf_addf(out, "\t%s%s", id, looks[node].open);
	add_entities(out, label);
	ibp_buf_addf(out, "%s\n", looks[node].close);
}

static void mermaid_edge(struct ibp_buf *out, enum edge edge, const char *from,
			 const char *to, const char *label)
{
	static const char *const arrows[] = {
		[PLACED] = "--o",
		[PLANNED_PLACE] = "-.-o",
		[FLOW] = "-->",
		[FLOW_BOTH] = "<-->",
	};

	ibp_buf_addf(out, "\t%s %s", from, arrows[edge]);
	if (label) {
		ibp_buf_add(out, "|\"");
		add_entities(out, label);
		ibp_buf_add(out, "\"|");
	}
	ibp_buf_addf(out, " %s\n", to);
}

void ibp_landscape_mermaid(const struct ibp_landscape_graph *graph,
			   struct ibp_buf *out)
{
	static const struct syntax mermaid = {begin_mermaid, mermaid_node,
					      mermaid_edge, ""};

	draw(graph, &mermaid, out);
}
