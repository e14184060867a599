/*
 * ibp-scan: where a school board stands on the norms for information
 * security and privacy.
 */
#include <config.h>

#include <stdio.h>

int main(void)
{
	return puts(PACKAGE_STRING) == EOF;
}
