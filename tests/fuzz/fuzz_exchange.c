/*
 * Whatever bytes an exchange file has, they are refused with a sentence or
 * become a model that is written, read again and written the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/fora_import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
	if (!good)
		abort();
}

static void check_written(const struct ibp_fora *fora)
{
	struct ibp_error err = {0};
	struct ibp_fora *again = NULL;
	struct ibp_buf first = {0};
	struct ibp_buf second = {0};

	ibp_fora_write(fora, &first);
	/* A name may be longer than a model allows: that is told. */
	if (ibp_fora_parse("again", first.data, first.length, &again, &err)) {
		require(err.count > 0 && !again);
	} else {
		ibp_fora_write(again, &second);
		require(first.length == second.length &&
			memcmp(first.data, second.data, first.length) == 0);
	}
	ibp_fora_free(again);
	ibp_error_release(&err);
	ibp_buf_release(&first);
	ibp_buf_release(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct ibp_fora_edition edition = {"1", NULL, NULL};
	struct ibp_fora_account account = {0};
	struct ibp_archi *archi = NULL;
	struct ibp_fora *fora = NULL;
	struct ibp_error err = {0};
	enum ibp_status status = ibp_archi_parse("fuzz", (const char *)data,
						 size, true, &archi, &err);

	if (!status)
		status = ibp_fora_build("fuzz", archi, &edition, &fora,
					&account, &err);
	require(status == IBP_OK || (status == IBP_INPUT && err.count > 0));
	if (!status)
		check_written(fora);
	ibp_fora_free(fora);
	ibp_archi_free(archi);
	ibp_fora_account_release(&account);
	ibp_error_release(&err);
	return 0;
}
