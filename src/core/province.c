#include "core/province.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/sdc.h"

static const struct {
	const char *letters;
	int part;
} provinces[] = {
	{"groningen", IBP_SDC_NORTH},   {"friesland", IBP_SDC_NORTH},
	{"fryslan", IBP_SDC_NORTH},     {"drenthe", IBP_SDC_NORTH},
	{"overijssel", IBP_SDC_EAST},   {"gelderland", IBP_SDC_EAST},
	{"flevoland", IBP_SDC_EAST},    {"utrecht", IBP_SDC_WEST},
	{"noordholland", IBP_SDC_WEST}, {"zuidholland", IBP_SDC_WEST},
	{"zeeland", IBP_SDC_WEST},      {"noordbrabant", IBP_SDC_SOUTH},
	{"limburg", IBP_SDC_SOUTH},
};

int ibp_province_part(const char *name)
{
	char *letters = ibp_text_letters(name);
	int part = -1;

	for (size_t i = 0; i < sizeof(provinces) / sizeof(*provinces); i++)
		if (strcmp(provinces[i].letters, letters) == 0)
			part = provinces[i].part;
	free(letters);
	return part;
}
