/* canvas_pdf_library - which libraries shape the bytes of a PDF. */
#include <libdeflate.h>

#include "typeset/canvas_pdf.h"

void canvas_libraries(struct text *lines)
{
	text_printf(lines, "library libharu %s\n", HPDF_GetVersion());
	text_add(lines, "library libdeflate " LIBDEFLATE_VERSION_STRING "\n");
}
