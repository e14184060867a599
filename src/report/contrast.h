/* How well one colour can be read on another one. */
#ifndef IBP_REPORT_CONTRAST_H
#define IBP_REPORT_CONTRAST_H

#define IBP_CONTRAST_LEAST 450 /* of text */

/* Colours are 0xRRGGBB.  Hundredths: 100 is the same, 2100 black on white. */
long ibp_contrast(unsigned a, unsigned b);

#endif
