/* The twelve provinces, and the part of the country that each lies in. */
#ifndef IBP_CORE_PROVINCE_H
#define IBP_CORE_PROVINCE_H

/*
 * IBP_SDC_NORTH and so on; -1: there is no province with this NAME.  Case,
 * hyphens and accents do not matter, and Fryslân is Friesland.
 */
int ibp_province_part(const char *name);

#endif
