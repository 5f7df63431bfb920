/*
 * Pictures as image XObjects (ISO 32000-1, 8.9.5), opaque and in the colours
 * that the output intent tells the meaning of (ISO 19005-3, 6.2.4 and 6.2.8).
 */
#include "typeset/canvas_pdf.h"
#include "typeset/picture.h"

/* Its number, from 1; the first time that it is drawn it gets one. */
static size_t number_of(struct canvas *canvas, const struct picture *picture)
{
	struct pictures *pictures = &canvas->pictures;

	for (size_t i = 0; i < pictures->count; i++)
		if (pictures->list[i] == picture)
			return i + 1;
	pictures->list = arena_grow(&canvas->pdf.arena, pictures->list,
				    pictures->count, sizeof(*pictures->list));
	pictures->list[pictures->count++] = picture;
	return pictures->count;
}

void canvas_picture(struct canvas *canvas, const struct area *area,
		    const struct picture *picture)
{
	struct text *to = &canvas->pen.content;
	const struct box box = { area->corner.x, area->corner.y,
				 area->corner.x + area->width,
				 area->corner.y + area->height };

	pen_mark(canvas);
	pen_end_text(&canvas->pen);
	tags_extend(&canvas->tags, (int)canvas->page, box);
	text_add(to, "q ");
	pdf_add_points(to, area->width);
	text_add(to, "0 0 ");
	pdf_add_points(to, area->height);
	pdf_add_points(to, box.left);
	pdf_add_points(to, pen_up(canvas, box.bottom));
	text_printf(to, "cm /I%zu Do Q\n", number_of(canvas, picture));
}

static void add_colours(struct text *to, const struct picture *picture)
{
	const struct text *palette = &picture->palette;

	if (picture->colours == PICTURE_GREY)
		text_add(to, "/ColorSpace /DeviceGray ");
	else if (picture->colours == PICTURE_RGB)
		text_add(to, "/ColorSpace /DeviceRGB ");
	if (picture->colours != PICTURE_PALETTE)
		return;
	text_printf(to, "/ColorSpace [/Indexed /DeviceRGB %zu <",
		    palette->len / 3 - 1);
	for (size_t i = 0; i < palette->len; i++)
		text_printf(to, "%02X",
			    (unsigned)(unsigned char)palette->at[i]);
	text_add(to, ">]\n");
}

static void add_packing(struct text *to, const struct picture *picture)
{
	switch (picture->packing) {
	case PICTURE_PLAIN:
		text_add(to, PACKED);
		break;
	case PICTURE_PNG:
		text_printf(to,
			    PACKED "/DecodeParms <</Predictor 15 /Colors %zu "
				   "/BitsPerComponent %d /Columns %ld>>\n",
			    picture_samples(picture), picture->bits,
			    (long)picture->width);
		break;
	case PICTURE_JPEG:
		text_add(to, "/Filter /DCTDecode\n");
		break;
	}
}

static HPDF_Dict write_picture(struct pdf *pdf, const struct picture *picture)
{
	const bool plain = picture->packing == PICTURE_PLAIN;
	HPDF_Dict object = pdf_stream(pdf, &picture->bytes, plain);
	struct text entries = { 0 };

	text_printf(&entries,
		    "/Type /XObject /Subtype /Image /Width %ld /Height %ld "
		    "/BitsPerComponent %d\n",
		    (long)picture->width, (long)picture->height, picture->bits);
	add_colours(&entries, picture);
	add_packing(&entries, picture);
	pdf_entries(pdf, object, &entries);
	text_clear(&entries);
	return object;
}

void pictures_write(struct canvas *canvas, struct text *resources)
{
	const struct pictures *pictures = &canvas->pictures;

	if (pictures->count == 0)
		return;
	text_add(resources, "/XObject <<\n");
	for (size_t i = 0; i < pictures->count; i++) {
		text_printf(resources, "/I%zu ", i + 1);
		pdf_add_reference(resources, write_picture(&canvas->pdf,
							   pictures->list[i]));
		text_add_char(resources, '\n');
	}
	text_add(resources, ">>\n");
}
