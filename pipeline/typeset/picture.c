#include "typeset/picture.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "typeset/picture_parts.h"

#define LONGEST 20 /* times the other side */

size_t picture_samples(const struct picture *picture)
{
	return picture->colours == PICTURE_RGB ? 3 : 1;
}

const char *picture_prove_size(uint32_t width, uint32_t height)
{
	if (width == 0 || height == 0)
		return N_("it is damaged: it has no pixels");
	if (width > PICTURE_PIXELS_MOST / height)
		return N_("it has more than 4 million pixels; save it smaller");
	if (width / height >= LONGEST || height / width >= LONGEST)
		return N_("it is more than 20 times as long as it is broad; "
			  "cut it, or draw it otherwise");
	return NULL;
}

static bool begins_with(const struct text *file, const char *signature)
{
	const size_t len = strlen(signature);

	return file->len >= len && memcmp(file->at, signature, len) == 0;
}

static const char *read_any(struct picture *picture, const struct text *file)
{
	if (begins_with(file, PNG_SIGNATURE))
		return picture_read_png(picture, file);
	if (begins_with(file, JPEG_SIGNATURE))
		return picture_read_jpeg(picture, file);
	return N_("it is neither a PNG nor a JPEG file; save it as one of "
		  "them");
}

bool picture_read(struct picture *picture, const struct text *file,
		  struct text *why)
{
	const char *fault = read_any(picture, file);

	if (!fault)
		return true;
	text_add(why, _(fault));
	picture_clear(picture);
	return false;
}

bool picture_load(struct picture *picture, const char *path, struct text *why)
{
	struct text file = { 0 };
	struct stat about;
	bool ok = false;

	if (stat(path, &about) != 0)
		text_add(why, strerror(errno));
	else if (about.st_size > PICTURE_FILE_MOST)
		text_add(why, _("it is larger than 2 MiB; save it smaller"));
	else
		ok = infile_load(&file, path, why) &&
		     picture_read(picture, &file, why);
	text_clear(&file);
	return ok;
}

void picture_clear(struct picture *picture)
{
	text_clear(&picture->palette);
	text_clear(&picture->bytes);
	*picture = (struct picture){ 0 };
}
