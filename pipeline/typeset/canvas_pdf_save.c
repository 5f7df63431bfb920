/*
 * The file (ISO 32000-1, 7.5): libharu's objects, written by us.  All that is
 * no stream goes packed into object streams (7.5.7) of a thousand objects,
 * and where each stands into a cross-reference stream (7.5.8).  The structure
 * tree, which is most of a tagged file, so takes a tenth of its room.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/digest.h"
#include "typeset/canvas_pdf.h"

#define GROUP 1000   /* objects in one stream: 2 % smaller than with 200 */
#define ID_DIGITS 32 /* of the digest; 16 bytes, as is usual */
#define ROW 7        /* bytes: 1 for the kind, 4 where, 2 which */
#define BLANK_ID "00000000000000000000000000000000"

enum object_kind { OBJECT_FREE, OBJECT_PLAIN, OBJECT_PACKED };

/* Where an object stands: from the file's start, or in which stream. */
struct standing {
	enum object_kind kind;
	uint32_t at;    /* offset, or number of the object stream */
	uint16_t index; /* in it; of the free object its generation */
};

struct saving {
	struct pdf *pdf;
	struct text *file;
	size_t start; /* of the file in `file` */
	struct standing *standings;
	size_t count; /* of objects, from 0, the free one */
};

/* An object stream that is being filled. */
struct group {
	struct text numbers; /* "12 0 13 48 " */
	struct text objects;
	unsigned count;
};

/* The object as libharu has it; NULL: it is one of the series. */
static void *object_at(const struct saving *saving, size_t number)
{
	const struct pdf_series *series = &saving->pdf->series;
	size_t entry = number;

	if (number >= series->first + series->count)
		entry -= series->count;
	else if (series->count > 0 && number >= series->first)
		return NULL;
	return HPDF_Xref_GetEntry(saving->pdf->doc->xref, (HPDF_UINT)entry)
		->obj;
}

static bool is_stream(const void *object)
{
	const HPDF_Obj_Header *header = object;

	return header &&
	       (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
	       ((const HPDF_Dict_Rec *)object)->stream;
}

static HPDF_STATUS add_written(HPDF_Stream stream, const HPDF_BYTE *bytes,
			       HPDF_UINT len)
{
	text_add_bytes(stream->attr, bytes, len);
	return HPDF_OK;
}

/* Add an object as libharu writes it, or one of the series. */
static void add_object(struct text *to, struct pdf *pdf, size_t number,
		       void *object)
{
	const struct pdf_series *series = &pdf->series;
	HPDF_Stream into;

	if (!object) {
		text_add(to, "<<\n");
		series->add(to, series->canvas, number - series->first);
		text_add(to, ">>");
		return;
	}
	into = HPDF_CallbackWriter_New(pdf->doc->mmgr, add_written, to);
	pdf_check(pdf, HPDF_Obj_WriteValue(object, into, NULL));
	HPDF_Stream_Free(into);
}

/* Begin the object `number` here; those that come after the last are new. */
static void begin(struct saving *saving, size_t number)
{
	if (number == saving->count) {
		saving->standings =
			mem_resize(saving->standings, saving->count + 1,
				   sizeof(*saving->standings));
		saving->count++;
	}
	saving->standings[number] = (struct standing){
		OBJECT_PLAIN, (uint32_t)(saving->file->len - saving->start), 0
	};
	text_printf(saving->file, "%zu 0 obj\n", number);
}

/* Before all others: how long a stream is is known when it is written. */
static void save_streams(struct saving *saving)
{
	for (size_t i = 1; i < saving->count; i++) {
		void *object = object_at(saving, i);

		if (!is_stream(object))
			continue;
		begin(saving, i);
		add_object(saving->file, saving->pdf, i, object);
		text_add(saving->file, "\nendobj\n");
	}
}

/* A stream of our own; `entries` without brackets. */
static void save_packed(struct saving *saving, const char *entries,
			const struct text *bytes)
{
	struct text packed = { 0 };

	pdf_add_packed(saving->pdf, &packed, bytes);
	text_printf(saving->file, "<<%s" PACKED "/Length %zu>>\nstream\n",
		    entries, packed.len);
	text_add_bytes(saving->file, packed.at, packed.len);
	text_add(saving->file, "\nendstream\nendobj\n");
	text_clear(&packed);
}

static void save_group(struct saving *saving, struct group *group)
{
	struct text entries = { 0 };

	if (group->count == 0)
		return;
	begin(saving, saving->count);
	text_printf(&entries, "/Type /ObjStm /N %u /First %zu ", group->count,
		    group->numbers.len);
	text_add_bytes(&group->numbers, group->objects.at, group->objects.len);
	save_packed(saving, entries.at, &group->numbers);
	text_clear(&entries);
	text_reset(&group->numbers);
	text_reset(&group->objects);
	group->count = 0;
}

static void save_others(struct saving *saving)
{
	const size_t count = saving->count;
	struct group group = { 0 };

	for (size_t i = 1; i < count; i++) {
		void *object = object_at(saving, i);

		if (is_stream(object))
			continue;
		saving->standings[i] =
			(struct standing){ OBJECT_PACKED,
					   (uint32_t)saving->count,
					   (uint16_t)group.count++ };
		text_add_number(&group.numbers, i);
		text_add_char(&group.numbers, ' ');
		text_add_number(&group.numbers, group.objects.len);
		text_add_char(&group.numbers, ' ');
		add_object(&group.objects, saving->pdf, i, object);
		text_add_char(&group.objects, '\n');
		if (group.count == GROUP)
			save_group(saving, &group);
	}
	save_group(saving, &group);
	text_clear(&group.numbers);
	text_clear(&group.objects);
}

static void put_row(unsigned char *row, const struct standing *standing)
{
	*row++ = (unsigned char)standing->kind;
	for (int shift = 24; shift >= 0; shift -= 8)
		*row++ = (unsigned char)(standing->at >> shift & 0xFF);
	*row++ = (unsigned char)(standing->index >> 8);
	*row = (unsigned char)(standing->index & 0xFF);
}

/* Rows as PNG's filter "up" has them: each as what it differs from the last. */
static void add_rows(struct text *to, const struct saving *saving)
{
	unsigned char above[ROW] = { 0 };
	unsigned char row[ROW];

	for (size_t i = 0; i < saving->count; i++) {
		put_row(row, &saving->standings[i]);
		text_add_char(to, 2);
		for (size_t b = 0; b < ROW; b++)
			text_add_char(to, (char)(row[b] - above[b]));
		memcpy(above, row, sizeof(above));
	}
}

/* The ID is made last, of everything else: `id_at` is its place. */
static size_t save_places(struct saving *saving)
{
	struct text rows = { 0 };
	struct text entries = { 0 };
	const size_t at = saving->file->len - saving->start;
	size_t id_at;

	begin(saving, saving->count);
	text_printf(&entries, "/Type /XRef /Size %zu /W [1 4 2] /Root ",
		    saving->count);
	pdf_add_reference(&entries, saving->pdf->doc->catalog);
	text_add(&entries, " /Info ");
	pdf_add_reference(&entries, saving->pdf->doc->info);
	text_add(&entries, "\n/ID [<");
	id_at = saving->file->len + strlen("<<") + entries.len;
	text_add(&entries,
		 BLANK_ID "> <" BLANK_ID ">]\n"
			  "/DecodeParms <</Predictor 12 /Columns 7>>\n");
	add_rows(&rows, saving);
	save_packed(saving, entries.at, &rows);
	text_printf(saving->file, "startxref\n%zu\n%%%%EOF\n", at);
	text_clear(&rows);
	text_clear(&entries);
	return id_at;
}

bool pdf_save(struct pdf *pdf, struct text *file)
{
	struct saving saving = { .pdf = pdf, .file = file, .start = file->len };
	char hex[DIGEST_HEX];
	size_t id_at;

	saving.count = pdf->doc->xref->entries->count + pdf->series.count;
	saving.standings = mem_alloc(saving.count * sizeof(*saving.standings));
	saving.standings[0] = (struct standing){ OBJECT_FREE, 0, 65535 };
	text_add(file, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
	save_streams(&saving);
	save_others(&saving);
	id_at = save_places(&saving);
	free(saving.standings);

	digest_bytes(hex, file->at + saving.start, file->len - saving.start);
	memcpy(file->at + id_at, hex, ID_DIGITS);
	memcpy(file->at + id_at + ID_DIGITS + 3, hex, ID_DIGITS);
	if (pdf->fault.len > 0) {
		file->len = saving.start;
		file->at[file->len] = '\0';
	}
	return pdf->fault.len == 0;
}
