/*
 * csv_writer - lists that people open in a spreadsheet: UTF-8 with a byte
 * order mark, `;` between cells, as a Swedish Excel reads them.
 *
 * What came in an export or a text must not run in the spreadsheet of whoever
 * opens the list: an apostrophe keeps a cell text that a spreadsheet would
 * take for a formula.  A number with a sign is left a number.
 */
#ifndef LIB_CSV_WRITER_H
#define LIB_CSV_WRITER_H

struct text;

#define CSV_BYTE_ORDER_MARK "\xef\xbb\xbf"
#define CSV_ROW_END "\r\n"

/* Add a cell as RFC 4180 wants it; the caller adds what stands between. */
void csv_writer_cell(struct text *text, const char *cell);

#endif
