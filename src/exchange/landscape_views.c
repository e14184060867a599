/* A view for each domain, as Archi draws it. */
#include "exchange/archimate_writer.h"
#include "exchange/xml_text.h"

#define MARGIN 20
#define WIDE 1600
#define HIGH 1000

/* In the points of Archi, whose letters are 9 points high. */
static const struct ibp_box_style style = {
	.size = {[IBP_BOX_DOMAIN] = 12,
		 [IBP_BOX_MAIN] = 12,
		 [IBP_BOX_FUNCTION] = 12,
		 [IBP_BOX_APPLICATION] = 12,
		 [IBP_BOX_NOTE] = 12},
	.line = 140,
	.pad = 10,
	.gap = 8,
	.column = 300,
};

/* Told apart by how light they are, so also without colour. */
static const char *const fills[IBP_BOX_KINDS] = {
	[IBP_BOX_DOMAIN] = "r=\"255\" g=\"255\" b=\"255\"",
	[IBP_BOX_MAIN] = "r=\"225\" g=\"225\" b=\"225\"",
	[IBP_BOX_FUNCTION] = "r=\"255\" g=\"255\" b=\"225\"",
	[IBP_BOX_APPLICATION] = "r=\"181\" g=\"225\" b=\"255\"",
	[IBP_BOX_NOTE] = "r=\"255\" g=\"255\" b=\"255\"",
};

/* What a box shows; NULL: only a word. */
static const char *shown_in(const struct ibp_xml_writer *w,
			    const struct ibp_box *box)
{
	if (box->element != IBP_FORA_NONE)
		return w->file->fora->elements[box->element].id;
	return box->application == SIZE_MAX ? NULL :
					      w->applications[box->application];
}

static void open_node(struct ibp_xml_writer *w, size_t index,
		      const struct ibp_box *box)
{
	const char *shown = shown_in(w, box);
	bool is_label = box->kind == IBP_BOX_NOTE;

	ibp_buf_addf(w->out, "<node identifier=\"id-node-%zu\" ", index);
	if (shown)
		ibp_buf_addf(w->out, "elementRef=\"%s\" ", shown);
	ibp_buf_addf(w->out,
		     "xsi:type=\"%s\" x=\"%d\" y=\"%d\" w=\"%d\" h=\"%d\">",
		     shown    ? "Element" :
		     is_label ? "Label" :
				"Container",
		     box->x, box->y, box->width, box->height);
	if (!shown) {
		ibp_buf_add(w->out, "<label xml:lang=\"nl\">");
		ibp_xml_add_text(w->out, box->title);
		ibp_buf_add(w->out, "</label>");
	}
	ibp_buf_addf(w->out, "<style><fillColor %s a=\"100\"/></style>",
		     fills[box->kind]);
}

/* Its id is its number: the same landscape has the same boxes. */
static void add_node(struct ibp_xml_writer *w, size_t index)
{
	const struct ibp_boxes *boxes = w->file->boxes;
	const struct ibp_box *box = &boxes->items[index];

	open_node(w, index, box);
	for (size_t i = index + 1; i < box->end; i = boxes->items[i].end)
		add_node(w, i);
	ibp_buf_add(w->out, "</node>\n");
}

static void add_view(struct ibp_xml_writer *w, size_t index)
{
	struct ibp_boxes *boxes = w->file->boxes;
	const struct ibp_box *box = &boxes->items[index];
	const char *shown = shown_in(w, box);
	const char *id = ibp_xml_writer_id(w, "view", shown ? shown : "none");

	ibp_boxes_lay_domain(boxes, index, &style, MARGIN, MARGIN, WIDE, HIGH);
	ibp_buf_addf(w->out,
		     "<view identifier=\"%s\" xsi:type=\"Diagram\" "
		     "viewpoint=\"Application Usage\">"
		     "<name xml:lang=\"nl\">",
		     id);
	ibp_xml_add_text(w->out, box->title);
	ibp_buf_add(w->out, "</name>\n");
	add_node(w, index);
	ibp_buf_add(w->out, "</view>\n");
}

void ibp_xml_writer_views(struct ibp_xml_writer *w)
{
	const struct ibp_boxes *boxes = w->file->boxes;

	if (!boxes->count)
		return;
	ibp_buf_add(w->out, "<views><diagrams>\n");
	for (size_t i = 0; i < boxes->count; i = boxes->items[i].end)
		add_view(w, i);
	ibp_buf_add(w->out, "</diagrams></views>\n");
}
