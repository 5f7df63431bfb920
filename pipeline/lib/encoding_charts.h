/*
 * encoding_charts - what the bytes 80 to FF mean where a byte is a character.
 *
 * Unicode code points by byte - 0x80; 0 where the chart has a hole.  As the
 * Unicode consortium publishes them: VENDORS/MICSFT/WINDOWS/CP1252.TXT and
 * VENDORS/MICSFT/PC/CP437.TXT, CP850.TXT.
 */
#ifndef LIB_ENCODING_CHARTS_H
#define LIB_ENCODING_CHARTS_H

#include <stdint.h>

extern const uint16_t encoding_chart_windows_1252[128];
extern const uint16_t encoding_chart_cp437[128];
extern const uint16_t encoding_chart_cp850[128];

#endif
