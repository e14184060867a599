#include "exchange/fora_import.h"
#include "exchange/yaml_text.h"
#include "model/fora_read.h"

static void add_head(const struct ibp_fora *fora, struct ibp_buf *out)
{
	ibp_buf_add(out, "schema: " IBP_FORA_SCHEMA "\nversion: ");
	ibp_yaml_add_line(out, fora->version);
	if (fora->commit) {
		ibp_buf_add(out, "\ncommit: ");
		ibp_yaml_add_line(out, fora->commit);
	}
	if (fora->source) {
		ibp_buf_add(out, "\nsource: ");
		ibp_yaml_add_line(out, fora->source);
	}
	ibp_buf_addf(out, "\nexpects_system_by: %s\ndomains:\n",
		     ibp_fora_basis_words[fora->basis]);
	for (size_t i = 0; i < fora->domains.count; i++)
		ibp_buf_addf(out, "- %s\n", fora->domains.items[i]);
}

/* A word that is the first of its list says nothing and is left out. */
static void add_word(struct ibp_buf *out, const char *key,
		     const char *const *words, unsigned value)
{
	if (value)
		ibp_buf_addf(out, ", %s: %s", key, words[value]);
}

static void add_element(const struct ibp_fora_element *element,
			struct ibp_buf *out)
{
	ibp_buf_addf(out, "- {id: %s, type: %s, name: ", element->id,
		     ibp_fora_type_words[element->type]);
	ibp_yaml_add_line(out, element->name);
	if (element->parent_id)
		ibp_buf_addf(out, ", parent: %s", element->parent_id);
	if (element->domain_id)
		ibp_buf_addf(out, ", domain: %s", element->domain_id);
	ibp_buf_addf(out, ", status: %s",
		     ibp_fora_status_words[element->status]);
	add_word(out, "expects_system", ibp_fora_answer_words,
		 element->expects_system);
	add_word(out, "personal_data", ibp_fora_answer_words,
		 element->personal_data);
	add_word(out, "availability", ibp_fora_rating_words,
		 element->availability);
	add_word(out, "integrity", ibp_fora_rating_words, element->integrity);
	add_word(out, "confidentiality", ibp_fora_rating_words,
		 element->confidentiality);
	if (element->retention) {
		ibp_buf_add(out, ", retention: ");
		ibp_yaml_add_line(out, element->retention);
	}
	if (element->text) {
		ibp_buf_add(out, ", text: ");
		ibp_yaml_add_lines(out, element->text);
	}
	ibp_buf_add(out, "}\n");
}

static void add_relation(const struct ibp_fora_relation *relation,
			 struct ibp_buf *out)
{
	ibp_buf_addf(out, "- {type: %s, source: %s, target: %s",
		     ibp_fora_relation_words[relation->type],
		     relation->source_id, relation->target_id);
	add_word(out, "access", ibp_fora_access_words, relation->access);
	ibp_buf_add(out, "}\n");
}

void ibp_fora_write(const struct ibp_fora *fora, struct ibp_buf *out)
{
	add_head(fora, out);
	ibp_buf_add(out,
		    fora->element_count ? "elements:\n" : "elements: []\n");
	for (size_t i = 0; i < fora->element_count; i++)
		add_element(&fora->elements[i], out);
	ibp_buf_add(out,
		    fora->relation_count ? "relations:\n" : "relations: []\n");
	for (size_t i = 0; i < fora->relation_count; i++)
		add_relation(&fora->relations[i], out);
}
