/*
 * Our own sentences on the elements of FORA, in Dutch and in English, and the
 * list of products.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/locale.h"
#include "base/path.h"
#include "model/fora.h"
#include "model/fora_texts.h"
#include "model/products.h"

static const char *const versions[] = {"2024-02-29", "2025-02-28"};

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static struct ibp_fora *open_version(const char *version)
{
	char *data = ibp_path_data(NULL);
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};

	ibp_fora_open(data, version, &fora, &err);
	assert_string_equal(ibp_error_text(&err), "");
	free(data);
	return fora;
}

static bool needs_sentence(enum ibp_fora_type type)
{
	return type == IBP_FORA_DOMAIN || type == IBP_FORA_MAIN_FUNCTION ||
	       type == IBP_FORA_FUNCTION || type == IBP_FORA_COMPONENT ||
	       type == IBP_FORA_APPLICATION_FUNCTION;
}

/* Every one has a sentence, and in English it is another one. */
static void test_all_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(versions); i++) {
		struct ibp_fora *fora = open_version(versions[i]);

		for (size_t j = 0; j < fora->element_count; j++) {
			const struct ibp_fora_element *e = &fora->elements[j];

			if (needs_sentence(e->type) && !e->description)
				fail_msg("%s %s", e->id, e->name);
			if (!e->description)
				continue;
			ibp_locale_start("nl");
			assert_string_equal(ibp_fora_description(e),
					    e->description);
			ibp_locale_start("en");
			assert_string_not_equal(ibp_fora_description(e),
						e->description);
		}
		ibp_fora_free(fora);
	}
}

/* The publisher's own text goes first, where a file has it. */
static void test_own_text(void **state)
{
	const struct ibp_fora_element element = {
		.id = "id-x", .text = "Theirs.", .description = "Ours."};
	const struct ibp_fora_element bare = {.id = "id-x"};

	(void)state;
	assert_string_equal(ibp_fora_description(&element), "Theirs.");
	assert_null(ibp_fora_description(&bare));
}

/* Every component of a product is an element of the newest edition. */
static void test_products(void **state)
{
	struct ibp_fora *fora = open_version(NULL);
	char *data = ibp_path_data(NULL);
	struct ibp_products *products = NULL;
	struct ibp_error err = {0};

	(void)state;
	ibp_products_open(data, &products, &err);
	assert_string_equal(ibp_error_text(&err), "");
	assert_int_equal(products->count, 94);
	for (size_t i = 0; i < products->count; i++) {
		const struct ibp_product *product = &products->items[i];

		assert_true(product->components.count > 0);
		for (size_t j = 0; j < product->components.count; j++)
			assert_int_not_equal(
				ibp_fora_find(fora,
					      product->components.items[j]),
				IBP_FORA_NONE);
	}
	ibp_products_free(products);
	ibp_products_open("/nowhere", &products, &err);
	assert_int_equal(products->count, 0);
	ibp_products_free(products);
	ibp_fora_free(fora);
	free(data);
}

static void write_file(char *path, const char *text)
{
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

static void test_doubles(void **state)
{
	char texts_path[] = "/tmp/ibp-texts-XXXXXX";
	char products_path[] = "/tmp/ibp-products-XXXXXX";
	struct ibp_fora_texts *texts = NULL;
	struct ibp_products *products = NULL;
	struct ibp_error err = {0};

	(void)state;
	write_file(texts_path, "schema: ibp-tools/fora-descriptions/1\n"
			       "descriptions:\n"
			       "- {id: id-a, text: One.}\n"
			       "- {id: a, text: Two.}\n");
	assert_int_equal(ibp_fora_texts_load(texts_path, &texts, &err),
			 IBP_INPUT);
	assert_null(texts);
	assert_non_null(strstr(ibp_error_text(&err), "stands twice"));
	ibp_error_release(&err);
	write_file(products_path,
		   "schema: ibp-tools/products/1\nproducts:\n"
		   "- {name: A, sector: po, basis: seen, components: [b]}\n"
		   "- {name: A, sector: vo, basis: seen, components: [b]}\n");
	assert_int_equal(ibp_products_load(products_path, &products, &err),
			 IBP_INPUT);
	assert_null(products);
	assert_non_null(strstr(ibp_error_text(&err), "stands twice"));
	ibp_error_release(&err);
	unlink(texts_path);
	unlink(products_path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_languages),
		cmocka_unit_test(test_own_text),
		cmocka_unit_test(test_products),
		cmocka_unit_test(test_doubles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
