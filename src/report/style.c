#include "report/style.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "model/yaml.h"
#include "report/contrast.h"

#define FONT_MAX 31 /* bytes; what a workbook takes */
#define FOOTER_MAX 80
#define WHITE 0xFFFFFFU

static const char *const schema_words[] = {"ibp-tools/style/1", NULL};

struct said {
	const char *schema;
	const char *colour;
	const char *text;
	const char *font;
	const char *footer;
	const char *logo;
};

#define AT(member) offsetof(struct said, member)
static const struct ibp_yaml_field fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "colour",
	 .at = AT(colour),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL},
	{.key = "text",
	 .at = AT(text),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL},
	{.key = "font",
	 .at = AT(font),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL,
	 .bytes = FONT_MAX},
	{.key = "footer",
	 .at = AT(footer),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL,
	 .bytes = FOOTER_MAX},
	{.key = "logo",
	 .at = AT(logo),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL},
	{0},
};
#undef AT
static const struct ibp_yaml_record record = {
	.size = sizeof(struct said),
	.fields = fields,
};

void ibp_style_init(struct ibp_style *style)
{
	*style = (struct ibp_style){
		.accent = 0x1F4E79,
		.on_accent = WHITE,
		.title = 0x1F4E79,
		.font = "Calibri",
	};
}

void ibp_style_release(struct ibp_style *style)
{
	ibp_buf_release(&style->logo);
	ibp_arena_release(&style->arena);
}

/* "#1F4E79" */
static bool read_colour(const char *text, unsigned *colour)
{
	if (*text != '#' || strlen(text) != 7 ||
	    strspn(text + 1, "0123456789abcdefABCDEF") != 6)
		return false;
	*colour = (unsigned)strtoul(text + 1, NULL, 16);
	return true;
}

static void take_colour(const struct ibp_places *places,
			const char *const *slot, unsigned *colour,
			struct ibp_error *err)
{
	if (*slot && !read_colour(*slot, colour))
		ibp_places_fault(
			places, err, slot,
			_("\"%s\" is no colour: write \"#1F4E79\", six "
			  "digits 0-9 or A-F after a #, in quotes."),
			*slot);
}

static void check_contrast(const struct ibp_places *places,
			   const struct said *said,
			   const struct ibp_style *style, struct ibp_error *err)
{
	long contrast = ibp_contrast(style->accent, style->on_accent);

	if (contrast >= IBP_CONTRAST_LEAST || err->count)
		return;
	ibp_places_fault(places, err,
			 said->colour ? &said->colour : &said->text,
			 _("Text of #%06X on #%06X cannot be read by everyone: "
			   "the contrast is %ld.%02ld, and 4.50 is needed. "
			   "Choose a darker and a lighter colour."),
			 style->on_accent, style->accent, contrast / 100,
			 contrast % 100);
}

static unsigned long number_at(const unsigned char *at)
{
	return (unsigned long)at[0] << 24 | (unsigned long)at[1] << 16 |
	       (unsigned long)at[2] << 8 | at[3];
}

/* Width and height stand at a fixed place of a PNG. */
static bool read_size(const struct ibp_buf *png, unsigned *height)
{
	static const char start[] = "\x89PNG\r\n\x1a\n";
	const unsigned char *bytes = (const unsigned char *)png->data;
	unsigned long wide;
	unsigned long high;

	if (png->length < 33 || memcmp(bytes, start, 8) != 0 ||
	    memcmp(bytes + 12, "IHDR", 4) != 0)
		return false;
	wide = number_at(bytes + 16);
	high = number_at(bytes + 20);
	*height = (unsigned)high;
	return wide && high && wide <= IBP_STYLE_LOGO_SIDE &&
	       high <= IBP_STYLE_LOGO_SIDE;
}

/* A logo lies beside the file that names it. */
static void load_logo(const char *path, const struct ibp_places *places,
		      const struct said *said, struct ibp_style *style,
		      struct ibp_error *err)
{
	const char *slash = strrchr(path, '/');
	struct ibp_error fault = {0};
	char *folder;
	char *file;

	if (!said->logo)
		return;
	folder = slash ? ibp_strndup(path, (size_t)(slash - path) + 1) :
			 ibp_strdup(".");
	file = *said->logo == '/' ? ibp_strdup(said->logo) :
				    ibp_path_join(folder, said->logo);
	if (ibp_file_read(file, IBP_STYLE_LOGO_MAX, &style->logo, &fault))
		ibp_places_fault(places, err, &said->logo, "%s",
				 ibp_error_text(&fault));
	else if (!read_size(&style->logo, &style->logo_height))
		ibp_places_fault(places, err, &said->logo,
				 _("%s is no picture that can be used: a PNG "
				   "of at most %d pixels a side."),
				 file, IBP_STYLE_LOGO_SIDE);
	ibp_error_release(&fault);
	free(folder);
	free(file);
}

static void take(const char *path, const struct ibp_places *places,
		 const struct said *said, struct ibp_style *style,
		 struct ibp_error *err)
{
	take_colour(places, &said->colour, &style->accent, err);
	take_colour(places, &said->text, &style->on_accent, err);
	check_contrast(places, said, style, err);
	style->title =
		ibp_contrast(style->accent, WHITE) >= IBP_CONTRAST_LEAST ?
			style->accent :
			0x202020;
	if (said->font)
		style->font = said->font;
	style->footer = said->footer;
	load_logo(path, places, said, style, err);
}

enum ibp_status ibp_style_load(const char *path, struct ibp_style *style,
			       struct ibp_error *err)
{
	struct ibp_buf text = {0};
	struct ibp_places places = {.file = path};
	struct said said = {0};
	enum ibp_status status = ibp_file_read(path, IBP_STYLE_MAX, &text, err);

	ibp_style_init(style);
	if (!status)
		status = ibp_yaml_read(path, ibp_buf_text(&text), text.length,
				       &record, &said, &style->arena, &places,
				       err);
	if (!status) {
		take(path, &places, &said, style, err);
		status = err->count ? IBP_INPUT : IBP_OK;
	}
	ibp_places_release(&places);
	ibp_buf_release(&text);
	return status;
}
