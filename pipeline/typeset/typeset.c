/*
 * typeset - set a report as an accessible, archivable PDF.
 *
 *	bokslut-typeset [-C DIR] --output DIR REPORT.xml
 *	bokslut-typeset [-C DIR] --resources
 *
 * Last stage.  The house style of the workspace says how a page looks.  The
 * report is laid out twice: on a dry canvas to learn the pages, and for good;
 * report.xml goes into the PDF as it is.  After a fault no PDF is written.
 */
#include <stdio.h>
#include <string.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/options.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/report.h"
#include "typeset/canvas.h"
#include "typeset/house_style.h"
#include "typeset/hyphenation.h"
#include "typeset/layout.h"
#include "typeset/proof.h"

/* What the command line asks for; borrowed from it. */
struct order {
	const char *workspace;
	const char *output;
	const char *language; /* of messages; NULL: the report's */
	bool resources;
	bool quiet;
	bool strict;
	const char *report;
};

/* All that is set, and what it is set with. */
struct job {
	const struct order *order;
	struct house_style style;
	struct hyphenation *hyphenation;
	struct report report;
	struct text source; /* report.xml as it is */
	struct text subject;
	struct places places;
};

static bool load_style(struct job *job, struct text *why)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/templates/house-style.xml",
		    job->order->workspace);
	ok = house_style_load(&job->style, path.at, why);
	text_clear(&path);
	return ok;
}

/* In a language without a dictionary no word is divided. */
static bool load_hyphenation(struct job *job, struct text *why)
{
	const struct house_dictionary *dictionary =
		house_style_dictionary(&job->style, job->report.language);

	if (!dictionary)
		return true;
	job->hyphenation =
		hyphenation_load(dictionary->path, dictionary->exceptions, why);
	return job->hyphenation != NULL;
}

static bool load(struct job *job, struct text *why)
{
	const struct order *order = job->order;

	if (!infile_load(&job->source, order->report, why) ||
	    !report_load(&job->report, order->report, why))
		return false;
	if (!order->language)
		lang_start(job->report.language);
	return proof_read(&job->report, order->report) &&
	       load_style(job, why) && load_hyphenation(job, why);
}

static struct canvas_info info_of(struct job *job)
{
	const struct report_head *head = &job->report.head;
	struct canvas_info info = {
		.title = head->title,
		.author = head->municipality,
		.language = job->report.language,
		.date = head->date,
		.producer = "bokslut " VERSION,
		.width = job->style.width,
		.height = job->style.height,
		.icc = job->style.profile,
		.attachment_name = "report.xml",
		.attachment_type = "application/xml",
		.attachment_about = head->title,
		.attachment = job->source.at,
		.attachment_len = job->source.len,
	};

	text_reset(&job->subject);
	text_printf(&job->subject, "%s, %s%s%s", head->title,
		    head->subtitle ? head->subtitle : "",
		    head->subtitle ? ", " : "", head->unit);
	info.subject = job->subject.at;
	memcpy(info.faces, job->style.faces, sizeof(info.faces));
	return info;
}

/* Faults of a canvas are characters that no face has. */
static bool set_report(struct job *job, bool dry, struct text *pdf)
{
	const struct canvas_info info = info_of(job);
	const struct press press = {
		.canvas = canvas_new(&info, dry),
		.style = &job->style,
		.hyphenation = job->hyphenation,
	};
	struct text why = { 0 };
	bool ok;

	layout_report(&job->report, &press, &job->places);
	ok = canvas_end(press.canvas, pdf, &why);
	if (!ok)
		msg_at(OUTCOME_REFUSED,
		       (struct place){ .file = job->order->report }, "%s",
		       text_string(&why));
	text_clear(&why);
	return ok;
}

static bool write_pdf(const struct job *job, const struct text *pdf)
{
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok;

	text_printf(&path, "%s/report.pdf", job->order->output);
	ok = outfile_folder(job->order->output, &why) &&
	     outfile_write(path.at, pdf->at, pdf->len, &why);
	if (!ok)
		msg_say(OUTCOME_UNWRITTEN, "%s", text_string(&why));
	text_clear(&path);
	text_clear(&why);
	return ok;
}

static bool typeset(const struct order *order, struct text *why)
{
	struct job job = { .order = order };
	struct text pdf = { 0 };
	bool ok = load(&job, why) && set_report(&job, true, &pdf) &&
		  set_report(&job, false, &pdf) && write_pdf(&job, &pdf);

	text_clear(&pdf);
	text_clear(&job.source);
	text_clear(&job.subject);
	places_clear(&job.places);
	report_clear(&job.report);
	hyphenation_free(job.hyphenation);
	house_style_clear(&job.style);
	return ok;
}

/* The files outside the workspace that shape a PDF, a line each. */
static bool print_resources(const struct order *order, struct text *why)
{
	struct job job = { .order = order };
	bool ok = load_style(&job, why);

	for (size_t i = 0; ok && i < FACES; i++)
		puts(job.style.faces[i]);
	if (ok)
		puts(job.style.profile);
	for (size_t i = 0; i < job.style.dictionary_count; i++)
		puts(job.style.dictionaries[i].path);
	house_style_clear(&job.style);
	return ok;
}

static bool read_order(struct order *order, int argc, char **argv)
{
	const struct option_row rows[] = {
		{ "workspace", 'C', OPTION_STRING, "DIR",
		  N_("The workspace (default: this folder)."),
		  &order->workspace },
		{ "output", 0, OPTION_STRING, "DIR",
		  N_("Write report.pdf into this folder; needed."),
		  &order->output },
		{ "resources", 0, OPTION_FLAG, NULL,
		  N_("Print the fonts and other files that shape a PDF and "
		     "do nothing else."),
		  &order->resources },
		{ "lang", 0, OPTION_STRING, "LANG",
		  N_("Language of messages: sv or en."), &order->language },
		{ "quiet", 0, OPTION_FLAG, NULL, N_("Do not print notes."),
		  &order->quiet },
		{ "strict", 0, OPTION_FLAG, NULL,
		  N_("Let notes end the program with status 65."),
		  &order->strict },
	};
	const struct command_line line = {
		.usage = N_("bokslut-typeset [-C DIR] --output DIR REPORT.xml"),
		.about = N_("Set a report as an accessible, archivable PDF in "
			    "the workspace's house style."),
		.examples = "  bokslut-typeset --output build/t1 "
			    "build/t1/report.xml\n",
		.rows = rows,
		.row_count = COUNT_OF(rows),
		.libraries = canvas_libraries,
	};
	int first = 0;

	if (!options_read(&line, argc, argv, &first))
		return false;
	if (order->resources && argc == first)
		return true;
	if (order->resources || argc - first != 1 || !order->output) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"), gettext(line.usage));
		return false;
	}
	order->report = argv[first];
	return true;
}

int main(int argc, char **argv)
{
	struct order order = { .workspace = "." };
	struct text why = { 0 };
	bool ok = true;

	msg_start("bokslut-typeset");
	if (read_order(&order, argc, argv)) {
		lang_start(order.language ? order.language : "sv");
		msg_quiet(order.quiet);
		msg_strict(order.strict);
		ok = order.resources ? print_resources(&order, &why)
				     : typeset(&order, &why);
	}
	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	return msg_status();
}
