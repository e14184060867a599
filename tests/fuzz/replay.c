/*
 * Runs a fuzz target on the files of its arguments, so that every input that
 * once broke something stays a test where there is no libFuzzer.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = NULL;
	size_t size = 0;
	long end;

	if (!file || fseek(file, 0, SEEK_END) != 0 || (end = ftell(file)) < 0) {
		perror(path);
		return 1;
	}
	rewind(file);
	data = malloc((size_t)end + 1);
	if (data)
		size = fread(data, 1, (size_t)end, file);
	fclose(file);
	if (!data || size != (size_t)end) {
		fprintf(stderr, "%s cannot be read\n", path);
		free(data);
		return 1;
	}
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	return 0;
}

int main(int argc, char **argv)
{
	int faults = argc < 2;

	for (int i = 1; i < argc; i++)
		faults |= replay(argv[i]);
	return faults;
}
