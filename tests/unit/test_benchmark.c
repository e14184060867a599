/* Published figures: read as they were published, and in no other way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "exchange/benchmark.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

#define HEAD                                                         \
	"edition,mode,cell,sector,size,part,group,measure,category," \
	"value,display,unit,boards,conf_status\n"
#define ROW_MEAN \
	"2027,k,all,all,all,all,GO+OR,mean,,2.15,\"2,15\",level,100-199,F\n"
#define ROWS                                                                 \
	ROW_MEAN                                                             \
	"2027,k,all,all,all,all,RM,mean,,,\"<1,5\",level,100-199,F\n"        \
	"2027,k,all,all,all,all,GO+OR,level,1,35,35%,percent,100-199,F\n"    \
	"2027,k,all,all,all,all,GO+OR,at_target,,8,8%,percent,100-199,F\n"   \
	"2027,k,all,all,all,all,dpia,landscape,0,12,12%,percent,60-99,F\n"   \
	"2027,k,po+so,po+so,all,all,GO+OR,mean,,2.05,\"2,05\",level,60-99,"  \
	"F\n"                                                                \
	"2027,k,vo,vo,all,all,GO+OR,mean,,,,level,20-29,A\n"                 \
	"2027,k,vo.S+M,vo,S+M,all,GO+OR,mean,,2.00,\"2,00\",level,20-29,F\n" \
	"2027,k,vo.L,vo,L,all,GO+OR,mean,,2.50,\"2,50\",level,20-29,F\n"     \
	"2027,k,vo.L.north+east,vo,L,north+east,GO+OR,mean,,2.50,\"2,50\","  \
	"level,20-29,F\n"

static struct ibp_benchmark *benchmark;
static struct ibp_error err;

static enum ibp_status parse(const char *text)
{
	size_t length = strlen(text);
	char *copy = malloc(length + !length);
	enum ibp_status status;

	memcpy(copy, text, length);
	ibp_benchmark_free(benchmark);
	benchmark = NULL;
	status = ibp_benchmark_parse("b.csv", copy, length, &benchmark, &err);
	free(copy);
	return status;
}

static void test_read(void **state)
{
	const struct ibp_benchmark_row *row;
	struct ibp_sdc_cell vo;

	(void)state;
	assert_int_equal(parse(HEAD ROWS), IBP_OK);
	assert_string_equal(benchmark->edition, "2027");
	assert_int_equal(benchmark->mode, IBP_SDC_RULES);
	assert_int_equal(benchmark->count, 10);
	assert_false(benchmark->has_package);
	row = ibp_benchmark_find(benchmark, ibp_sdc_cell_all, "GO+OR",
				 IBP_SDC_MEAN, -1);
	assert_non_null(row);
	assert_int_equal(row->value, 215);
	assert_string_equal(row->display, "2,15");
	assert_string_equal(row->boards, "100-199");
	row = ibp_benchmark_find(benchmark, ibp_sdc_cell_all, "RM",
				 IBP_SDC_MEAN, -1);
	assert_int_equal(row->value, -1);
	assert_false(row->is_withheld);
	row = ibp_benchmark_find(benchmark, ibp_sdc_cell_all, "dpia",
				 IBP_SDC_BANDS, 0);
	assert_int_equal(row->value, 12);
	assert_true(ibp_sdc_cell_parse("vo", &vo));
	row = ibp_benchmark_find(benchmark, vo, "GO+OR", IBP_SDC_MEAN, -1);
	assert_true(row->is_withheld);
	assert_null(ibp_benchmark_find(benchmark, vo, "RM", IBP_SDC_MEAN, -1));
}

static void is_own(int sector, int size, const char *wanted)
{
	struct ibp_sdc_cell cell;
	char text[IBP_SDC_CELL_TEXT];
	bool found = ibp_benchmark_own_cell(benchmark, sector, size, &cell);

	assert_string_equal(ibp_sdc_cell_text(cell, text), wanted);
	assert_int_equal(found, strcmp(wanted, "all") != 0);
}

static void test_own_cell(void **state)
{
	(void)state;
	assert_int_equal(parse(HEAD ROWS), IBP_OK);
	is_own(IBP_SDC_VO, IBP_SDC_LARGE, "vo.L");
	is_own(IBP_SDC_VO, IBP_SDC_MEDIUM, "vo.S+M");
	is_own(IBP_SDC_VO, -1, "vo");
	is_own(IBP_SDC_SO, IBP_SDC_SMALL, "po+so");
	is_own(IBP_SDC_PO, -1, "po+so");
	is_own(-1, IBP_SDC_SMALL, "all");
	is_own(-1, -1, "all");
}

/* A first row that differs in one field. */
static const struct {
	const char *row;
	const char *message;
} rows[] = {
	{"2127,k,all,all,all,all,GO,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:1: \"2127\" at edition: "},
	{"2027,x,all,all,all,all,GO,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:2: "},
	{"2027,k,so+po,so+po,all,all,GO,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:3: "},
	{"2027,k,po,vo,all,all,GO,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:4: "},
	{"2027,k,po,po,S,all,GO,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:5: "},
	{"2027,k,po,po,all,north,GO,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:6: "},
	{"2027,k,po,po,all,all,,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:7: "},
	{"2027,k,po,po,all,all,GO,median,,2.15,2.15,level,100-199,F",
	 "b.csv:2:8: "},
	{"2027,k,po,po,all,all,GO,landscape,1,2,2%,percent,100-199,F",
	 "b.csv:2:8: "},
	{"2027,k,po,po,all,all,dpia,mean,,2.15,2.15,level,100-199,F",
	 "b.csv:2:8: "},
	{"2027,k,po,po,all,all,GO,mean,3,2.15,2.15,level,100-199,F",
	 "b.csv:2:9: "},
	{"2027,k,po,po,all,all,GO,level,,15,15%,percent,100-199,F",
	 "b.csv:2:9: "},
	{"2027,k,po,po,all,all,GO,level,0,15,15%,percent,100-199,F",
	 "b.csv:2:9: "},
	{"2027,k,po,po,all,all,GO,level,6,15,15%,percent,100-199,F",
	 "b.csv:2:9: "},
	{"2027,k,po,po,all,all,GO,level,03,15,15%,percent,100-199,F",
	 "b.csv:2:9: "},
	{"2027,k,po,po,all,all,applications,landscape,5,1,1%,percent,20-29,F",
	 "b.csv:2:9: "},
	{"2027,k,po,po,all,all,GO,mean,,\"2,15\",2.15,level,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,mean,,2.1,2.1,level,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,mean,,5.01,5.01,level,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,mean,,0.99,0.99,level,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,level,1,101,101%,percent,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,level,1,07,7%,percent,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,level,1,-1,1%,percent,100-199,F",
	 "b.csv:2:10: "},
	{"2027,k,po,po,all,all,GO,mean,,2.15,=1+1,level,100-199,F",
	 "b.csv:2:11: "},
	{"2027,k,po,po,all,all,GO,mean,,2.15,2.15,percent,100-199,F",
	 "b.csv:2:12: "},
	{"2027,k,po,po,all,all,GO,mean,,2.15,2.15,level,,F", "b.csv:2:13: "},
	{"2027,k,po,po,all,all,GO,mean,,2.15,2.15,level,about 20,F",
	 "b.csv:2:13: "},
	{"2027,k,po,po,all,all,GO,mean,,2.15,2.15,level,20-29,A",
	 "b.csv:2:14: "},
	{"2027,k,po,po,all,all,GO,mean,,,,level,20-29,F", "b.csv:2:14: "},
	{"2027,k,po,po,all,all,GO,mean,,2.15,2.15,level,20-29,C",
	 "b.csv:2:14: "},
};

static void refuses(const char *text, const char *message)
{
	assert_int_equal(parse(text), IBP_INPUT);
	if (!strstr(ibp_error_text(&err), message))
		assert_string_equal(ibp_error_text(&err), message);
	ibp_error_release(&err);
}

static void test_faults(void **state)
{
	struct ibp_buf text = {0};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		ibp_buf_cut(&text, 0);
		ibp_buf_addf(&text, HEAD "%s\n", rows[i].row);
		refuses(text.data, rows[i].message);
	}
	ibp_buf_release(&text);
	refuses("", "There is nothing");
	refuses(HEAD, "b.csv:1: There are no figures");
	refuses("a,b\n1,2\n", "b.csv:1: This is not a benchmark");
	refuses("edition;mode\n2027;k\n", "b.csv:1: This is not a benchmark");
	refuses(HEAD ROW_MEAN ROW_MEAN, "Two rows tell of all, GO+OR, mean");
	refuses(HEAD ROW_MEAN "2028,k,all,all,all,all,RM,mean,,2.15,2.15,level,"
			      "100-199,F\n",
		"b.csv:3:1: ");
	refuses(HEAD ROW_MEAN "2027,dp,all,all,all,all,RM,mean,,2.15,2.15,"
			      "level,100-199,F\n",
		"b.csv:3:2: ");
}

static void test_header(void **state)
{
	struct ibp_buf text = {0};
	char *at;

	(void)state;
	ibp_buf_add(&text, HEAD ROWS);
	at = strstr(text.data, "mode");
	*at = 'M';
	refuses(text.data, "b.csv:1:2: The column \"mode\" is expected");
	ibp_buf_release(&text);
}

/* ---- With a package beside it ---- */

static void put(const char *path, const char *text)
{
	if (ibp_file_write(path, text, strlen(text), true, &err))
		fail_msg("%s", ibp_error_text(&err));
}

static void test_package(void **state)
{
	char dir[] = "test_benchmark.XXXXXX";
	struct ibp_buf package = {0};
	char digest[IBP_SHA256_SIZE];

	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	put("benchmark.csv", HEAD ROWS);
	ibp_benchmark_free(benchmark);
	benchmark = NULL;
	assert_int_equal(ibp_benchmark_load("benchmark.csv", &benchmark, &err),
			 IBP_OK);
	assert_false(benchmark->has_package);
	ibp_benchmark_free(benchmark);
	benchmark = NULL;
	ibp_sha256(HEAD ROWS, strlen(HEAD ROWS), digest);
	ibp_buf_addf(&package,
		     "{\"resources\": [{\"hash\": \"sha256:%s\"}],"
		     " \"sdc\": {\"k\": 20, \"sizes\": {\"po\": [500, "
		     "2500], \"vo\": [9, 3], \"so\": \"?\"}}}",
		     digest);
	put("datapackage.json", package.data);
	assert_int_equal(
		ibp_benchmark_load("./benchmark.csv", &benchmark, &err),
		IBP_OK);
	assert_true(benchmark->has_package);
	assert_int_equal(benchmark->k, 20);
	assert_int_equal(ibp_benchmark_size(benchmark, IBP_SDC_PO, 499),
			 IBP_SDC_SMALL);
	assert_int_equal(ibp_benchmark_size(benchmark, IBP_SDC_PO, 500),
			 IBP_SDC_MEDIUM);
	assert_int_equal(ibp_benchmark_size(benchmark, IBP_SDC_PO, 2500),
			 IBP_SDC_LARGE);
	assert_int_equal(ibp_benchmark_size(benchmark, IBP_SDC_PO, 0), -1);
	assert_int_equal(ibp_benchmark_size(benchmark, IBP_SDC_VO, 5), -1);
	assert_int_equal(ibp_benchmark_size(benchmark, IBP_SDC_SO, 5), -1);
	assert_int_equal(ibp_benchmark_size(benchmark, -1, 5), -1);
	put("benchmark.csv", HEAD ROW_MEAN);
	ibp_benchmark_free(benchmark);
	benchmark = NULL;
	assert_int_equal(ibp_benchmark_load("benchmark.csv", &benchmark, &err),
			 IBP_INPUT);
	assert_non_null(strstr(ibp_error_text(&err), "its digest is another"));
	ibp_error_release(&err);
	put("datapackage.json", "{}");
	assert_int_equal(ibp_benchmark_load("benchmark.csv", &benchmark, &err),
			 IBP_INPUT);
	ibp_error_release(&err);
	put("datapackage.json", "[");
	assert_int_equal(ibp_benchmark_load("benchmark.csv", &benchmark, &err),
			 IBP_INPUT);
	assert_null(benchmark);
	unlink("datapackage.json");
	unlink("benchmark.csv");
	assert_int_equal(chdir(".."), 0);
	rmdir(dir);
	ibp_buf_release(&package);
}

static int tear_down(void **state)
{
	(void)state;
	ibp_benchmark_free(benchmark);
	benchmark = NULL;
	ibp_error_release(&err);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),    cmocka_unit_test(test_own_cell),
		cmocka_unit_test(test_faults),  cmocka_unit_test(test_header),
		cmocka_unit_test(test_package),
	};

	return cmocka_run_group_tests(tests, NULL, tear_down);
}
