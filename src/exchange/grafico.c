/* The tree that Archi's plug-in coArchi keeps: one file for each thing. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "exchange/archi_read.h"

#define FOLDER_FILE "folder.xml"
#define MODEL_FOLDER "model"

enum kind { NOTHING, FOLDER, ELEMENT, RELATION, FIGURE };

struct tree {
	struct ibp_archi *archi;
	struct ibp_xml *xml;
	bool texts;
	struct ibp_error *err;
	struct ibp_buf path; /* of what is read now, for messages */
	size_t files;
	/* Of the file that is read now. */
	enum kind kind;
	uint32_t folder;
	size_t depth;
	uint32_t box; /* the innermost open one */
};

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text);

	return length >= strlen(end) &&
	       strcmp(text + length - strlen(end), end) == 0;
}

static void start_element(struct tree *t, const char *name,
			  const char *const *attributes)
{
	struct ibp_archi *archi = t->archi;
	struct ibp_archi_element *element = ibp_archi_add_element(archi);

	t->kind = ELEMENT;
	element->id = ibp_archi_id(archi, t->xml,
				   ibp_xml_attribute(attributes, "id"));
	element->type = ibp_arena_strdup(&archi->arena, name);
	element->name =
		ibp_archi_line(archi, ibp_xml_attribute(attributes, "name"));
	element->folder = t->folder;
	if (t->texts)
		element->text = ibp_archi_lines(
			archi, ibp_xml_attribute(attributes, "documentation"));
}

/* How Archi numbers the access of a relation. */
static const char *access_of(const char *number)
{
	static const char *const words[] = {"Write", "Read", "Access",
					    "ReadWrite"};

	if (!number || strlen(number) != 1 || *number < '0' || *number > '3')
		return words[0];
	return words[*number - '0'];
}

static void start_relation(struct tree *t, const char *name,
			   const char *const *attributes)
{
	struct ibp_archi *archi = t->archi;
	struct ibp_archi_relation *relation = ibp_archi_add_relation(archi);
	size_t length = strlen(name) - strlen("Relationship");

	t->kind = RELATION;
	relation->id = ibp_archi_id(archi, t->xml,
				    ibp_xml_attribute(attributes, "id"));
	relation->type = ibp_arena_strndup(&archi->arena, name, length);
	if (strcmp(relation->type, "Access") == 0)
		relation->access =
			access_of(ibp_xml_attribute(attributes, "accessType"));
}

static void start_figure(struct tree *t, const char *const *attributes)
{
	const char *id = ibp_archi_id(t->archi, t->xml,
				      ibp_xml_attribute(attributes, "id"));

	t->kind = NOTHING;
	if (id && strcmp(id, IBP_ARCHI_FIGURE) == 0) {
		t->kind = FIGURE;
		t->archi->has_figure = true;
	}
}

static void start_file(struct tree *t, const char *name,
		       const char *const *attributes)
{
	if (strcmp(name, "Folder") == 0 ||
	    strcmp(name, "ArchimateModel") == 0) {
		t->kind = FOLDER;
		if (t->folder != IBP_ARCHI_NONE)
			t->archi->folders[t->folder].name = ibp_archi_line(
				t->archi,
				ibp_xml_attribute(attributes, "name"));
	} else if (strcmp(name, "ArchimateDiagramModel") == 0) {
		start_figure(t, attributes);
	} else if (ends_with(name, "Relationship")) {
		start_relation(t, name, attributes);
	} else if (ends_with(name, "Model")) {
		t->kind = NOTHING; /* sketches and canvases */
	} else {
		start_element(t, name, attributes);
	}
}

/* "Type_ID.xml#ID": only what is behind the # counts, never the path. */
static const char *href_of(struct tree *t, const char *const *attributes)
{
	const char *href = ibp_xml_attribute(attributes, "href");
	const char *mark = href ? strrchr(href, '#') : NULL;

	return ibp_archi_id(t->archi, t->xml, mark ? mark + 1 : NULL);
}

static void start_property(struct tree *t, const char *const *attributes)
{
	struct ibp_archi *archi = t->archi;
	enum ibp_archi_property property =
		ibp_archi_property_of(ibp_xml_attribute(attributes, "key"));
	const char **slot;

	if (property == IBP_ARCHI_PROPERTIES)
		return;
	slot = &archi->elements[archi->element_count - 1].properties[property];
	if (!*slot)
		*slot = ibp_archi_line(archi,
				       ibp_xml_attribute(attributes, "value"));
}

static void start_box(struct tree *t)
{
	struct ibp_archi_box *box = ibp_archi_add_box(t->archi);

	box->parent = t->box;
	t->box = (uint32_t)(t->archi->box_count - 1);
}

static void start_inner(struct tree *t, const char *name,
			const char *const *attributes)
{
	struct ibp_archi *archi = t->archi;
	struct ibp_archi_relation *relation =
		archi->relations ?
			&archi->relations[archi->relation_count - 1] :
			NULL;

	if (t->kind == ELEMENT && strcmp(name, "properties") == 0)
		start_property(t, attributes);
	else if (t->kind == RELATION && strcmp(name, "source") == 0)
		relation->source = href_of(t, attributes);
	else if (t->kind == RELATION && strcmp(name, "target") == 0)
		relation->target = href_of(t, attributes);
	else if (t->kind == FIGURE && strcmp(name, "children") == 0)
		start_box(t);
	else if (t->kind == FIGURE && strcmp(name, "archimateElement") == 0 &&
		 t->box != IBP_ARCHI_NONE)
		archi->boxes[t->box].element = href_of(t, attributes);
}

static void on_start(struct ibp_xml *xml, void *context, const char *name,
		     const char *const *attributes)
{
	struct tree *t = context;

	(void)xml;
	if (t->depth++)
		start_inner(t, name, attributes);
	else
		start_file(t, name, attributes);
}

static void on_end(struct ibp_xml *xml, void *context, const char *name,
		   const char *text)
{
	struct tree *t = context;
	struct ibp_archi *archi = t->archi;

	(void)text;
	t->depth--;
	if (t->kind == FIGURE && strcmp(name, "children") == 0)
		t->box = archi->boxes[t->box].parent;
	if (t->kind == RELATION && !t->depth) {
		const struct ibp_archi_relation *relation =
			&archi->relations[archi->relation_count - 1];

		if (!relation->source || !relation->target)
			ibp_xml_fault(xml, _("A relation needs a source and "
					     "a target."));
	}
}

static const struct ibp_xml_events events = {on_start, on_end,
					     N_("Export the model again.")};

static enum ibp_status failed(struct tree *t)
{
	return ibp_error_set(t->err, IBP_INPUT, _("%s cannot be read: %s."),
			     ibp_buf_text(&t->path), strerror(errno));
}

/* A link, a pipe or a device is no file of a model. */
static enum ibp_status read_file(struct tree *t, int dir, const char *name)
{
	int fd = openat(dir, name,
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	enum ibp_status status = IBP_OK;
	struct stat info;

	if (fd < 0)
		return errno == ELOOP ? IBP_OK : failed(t);
	t->kind = NOTHING;
	t->depth = 0;
	t->box = IBP_ARCHI_NONE;
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
		status = ibp_xml_read(t->xml, fd, ibp_buf_text(&t->path),
				      IBP_ARCHI_PART_MAX, t, t->err);
	close(fd);
	return status;
}

/* Of 270 figures one is read. */
static bool is_wanted(const char *name)
{
	const char *figure = IBP_ARCHI_FIGURE;

	if (!ends_with(name, ".xml") || strcmp(name, FOLDER_FILE) == 0)
		return false;
	return !strstr(name, "Model_") || strstr(name, figure + strlen("id-"));
}

static enum ibp_status read_dir(struct tree *t, int fd, uint32_t parent,
				int depth);

static enum ibp_status read_entry(struct tree *t, int dir, const char *name,
				  uint32_t folder, int depth)
{
	size_t length = t->path.length;
	enum ibp_status status = IBP_OK;
	int fd;

	if (++t->files > IBP_ARCHI_FILES_MAX)
		return ibp_error_set(t->err, IBP_INPUT,
				     _("%s holds more than %d files. This is "
				       "not a model."),
				     ibp_buf_text(&t->path),
				     IBP_ARCHI_FILES_MAX);
	ibp_buf_addf(&t->path, "/%s", name);
	t->folder = folder;
	if (is_wanted(name)) {
		status = read_file(t, dir, name);
	} else if (!strchr(name, '.')) {
		fd = openat(dir, name,
			    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd >= 0)
			status = read_dir(t, fd, folder, depth + 1);
		else if (errno != ENOTDIR && errno != ELOOP)
			status = failed(t);
	}
	ibp_buf_cut(&t->path, length);
	return status;
}

/*
 * What a folder is called stands in a file of its own.  The outermost one is
 * the model itself and counts for none.  Takes FD.
 */
static enum ibp_status read_dir(struct tree *t, int fd, uint32_t parent,
				int depth)
{
	uint32_t folder =
		depth ? (uint32_t)t->archi->folder_count : IBP_ARCHI_NONE;
	enum ibp_status status = IBP_OK;
	struct dirent *entry;
	DIR *dir = fdopendir(fd);

	if (!dir) {
		close(fd);
		return failed(t);
	}
	if (depth > IBP_ARCHI_DEPTH_MAX)
		status = ibp_error_set(t->err, IBP_INPUT,
				       _("The folders of %s are more than %d "
					 "deep. This is not a model."),
				       ibp_buf_text(&t->path),
				       IBP_ARCHI_DEPTH_MAX);
	if (depth)
		ibp_archi_add_folder(t->archi)->parent = parent;
	t->folder = folder;
	if (!status && faccessat(fd, FOLDER_FILE, R_OK, 0) == 0)
		status = read_file(t, fd, FOLDER_FILE);
	while (!status && (entry = readdir(dir)))
		if (*entry->d_name != '.')
			status =
				read_entry(t, fd, entry->d_name, folder, depth);
	closedir(dir);
	return status;
}

/* PATH is the folder of the model, or the one that holds it. */
static int open_model(struct tree *t, const char *path)
{
	int outer = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int inner = -1;

	ibp_buf_add(&t->path, path);
	if (outer < 0)
		return outer;
	if (faccessat(outer, FOLDER_FILE, R_OK, 0) != 0)
		inner = openat(outer, MODEL_FOLDER,
			       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (inner < 0)
		return outer;
	close(outer);
	ibp_buf_add(&t->path, "/" MODEL_FOLDER);
	return inner;
}

enum ibp_status ibp_grafico_read(const char *path, bool texts,
				 struct ibp_archi *archi, struct ibp_error *err)
{
	struct tree t = {.archi = archi, .texts = texts, .err = err};
	int fd = open_model(&t, path);
	enum ibp_status status;

	t.xml = ibp_xml_new(&events);
	if (fd < 0)
		status = failed(&t);
	else
		status = read_dir(&t, fd, IBP_ARCHI_NONE, 0);
	if (!status && !archi->element_count)
		status = ibp_error_set(err, IBP_INPUT,
				       _("%s holds no model of Archi. Give the "
					 "folder with folder.xml in it, or an "
					 "exchange file."),
				       path);
	ibp_xml_free(t.xml);
	ibp_buf_release(&t.path);
	return status;
}
