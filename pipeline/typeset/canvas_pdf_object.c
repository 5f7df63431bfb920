#include <assert.h>
#include <libdeflate.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

#define LEVEL 4 /* of libdeflate: twice as fast as 6, 2 % larger */
#define NUMBER_BITS 0x00FFFFFF /* of an obj_id; the rest are flags */

/* Out of memory ends the program here, so libharu never sees it. */
static void *allocate(HPDF_UINT size)
{
	return mem_alloc(size);
}

static void release(void *taken)
{
	free(taken);
}

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *taker)
{
	pdf_fault(taker, _("cannot make the PDF: libharu reports 0x%04lX, %lu"),
		  (unsigned long)error, (unsigned long)detail);
}

void pdf_check(struct pdf *pdf, HPDF_STATUS status)
{
	if (status != HPDF_OK)
		on_error(status, 0, pdf);
}

void pdf_fault(struct pdf *pdf, const char *format, ...)
{
	va_list args;

	if (pdf->fault.len > 0)
		return;
	va_start(args, format);
	text_vprintf(&pdf->fault, format, args);
	va_end(args);
}

void pdf_start(struct pdf *pdf)
{
	pdf->doc = HPDF_NewEx(on_error, allocate, release, 0, pdf);
	assert(pdf->doc);
	pdf->compressor = libdeflate_alloc_compressor(LEVEL);
	assert(pdf->compressor);
}

void pdf_clear(struct pdf *pdf)
{
	if (pdf->doc)
		HPDF_Free(pdf->doc);
	libdeflate_free_compressor(pdf->compressor);
	arena_clear(&pdf->arena);
	text_clear(&pdf->packed);
	text_clear(&pdf->fault);
	*pdf = (struct pdf){ 0 };
}

static HPDF_STATUS write_entries(HPDF_Dict object, HPDF_Stream stream)
{
	return HPDF_Stream_WriteStr(stream, object->attr);
}

HPDF_Dict pdf_object(struct pdf *pdf)
{
	HPDF_Dict object = HPDF_Dict_New(pdf->doc->mmgr);

	(void)HPDF_Xref_Add(pdf->doc->xref, object);
	return object;
}

/* libharu numbers objects by their place in its list, from an offset on. */
void pdf_objects(struct pdf *pdf, size_t count, pdf_add *add,
		 struct canvas *canvas)
{
	HPDF_Xref xref = pdf->doc->xref;

	assert(pdf->series.count == 0);
	pdf->series = (struct pdf_series){
		.first = xref->start_offset + xref->entries->count,
		.count = count,
		.add = add,
		.canvas = canvas,
	};
	xref->start_offset += (HPDF_UINT32)count;
}

void pdf_entry_text(struct pdf *pdf, HPDF_Dict object, const char *entries)
{
	assert(!object->write_fn);
	object->attr = arena_strdup(&pdf->arena, entries);
	object->write_fn = write_entries;
}

void pdf_entries(struct pdf *pdf, HPDF_Dict object, const struct text *entries)
{
	pdf_entry_text(pdf, object, text_string(entries));
}

void pdf_add_packed(struct pdf *pdf, struct text *to, const struct text *bytes)
{
	const size_t room =
		libdeflate_zlib_compress_bound(pdf->compressor, bytes->len);
	const size_t len =
		libdeflate_zlib_compress(pdf->compressor, text_string(bytes),
					 bytes->len, text_reserve(to, room),
					 room);

	assert(len > 0);
	text_take(to, len);
}

static void put(HPDF_Stream stream, const struct text *bytes)
{
	if (bytes->len > 0)
		(void)HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes->at,
					(HPDF_UINT)bytes->len);
}

void pdf_pack(struct pdf *pdf, HPDF_Stream stream, const struct text *bytes)
{
	text_reset(&pdf->packed);
	pdf_add_packed(pdf, &pdf->packed, bytes);
	put(stream, &pdf->packed);
}

HPDF_Dict pdf_stream(struct pdf *pdf, const struct text *bytes, bool packed)
{
	HPDF_Dict object = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
	/* libharu would pack it again if it knew of a filter. */

	if (packed)
		pdf_pack(pdf, object->stream, bytes);
	else
		put(object->stream, bytes);
	return object;
}

void pdf_add_reference_to(struct text *to, size_t number)
{
	text_add_number(to, number);
	text_add_bytes(to, " 0 R", 4);
}

void pdf_add_reference(struct text *to, HPDF_Dict object)
{
	pdf_add_reference_to(to, object->header.obj_id & NUMBER_BITS);
}

static void add_unit(struct text *to, uint32_t unit)
{
	static const char digits[] = "0123456789ABCDEF";

	for (int shift = 12; shift >= 0; shift -= 4)
		text_add_char(to, digits[unit >> shift & 15]);
}

static void add_utf16(struct text *to, uint32_t character)
{
	if (character < 0x10000) {
		add_unit(to, character);
		return;
	}
	character -= 0x10000;
	add_unit(to, 0xD800 + (character >> 10));
	add_unit(to, 0xDC00 + (character & 0x3FF));
}

void pdf_add_string(struct text *to, const char *utf8)
{
	const char *end = utf8 + strlen(utf8);

	text_add(to, "<FEFF");
	while (utf8 < end)
		add_utf16(to, utf8_next(&utf8, end));
	text_add_char(to, '>');
}

void pdf_add_bytes(struct text *to, const char *bytes)
{
	text_add_char(to, '<');
	for (; *bytes; bytes++)
		text_printf(to, "%02X", (unsigned)(unsigned char)*bytes);
	text_add_char(to, '>');
}

/* Written for speed: a page has some thousand numbers. */
void pdf_add_points(struct text *to, int32_t mpt)
{
	char digits[16];
	char *at = digits + sizeof(digits);
	bool negative = mpt < 0;
	uint32_t left = negative ? 0 - (uint32_t)mpt : (uint32_t)mpt;
	int places = 3;

	*--at = ' ';
	for (; places > 0 && left % 10 == 0; places--)
		left /= 10;
	if (places > 0) {
		for (; places > 0; places--, left /= 10)
			*--at = (char)('0' + left % 10);
		*--at = '.';
	}
	do {
		*--at = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (negative)
		*--at = '-';
	text_add_bytes(to, at, (size_t)(digits + sizeof(digits) - at));
}
