/*
 * typeset - set a report as an accessible, archivable PDF.
 *
 *	bokslut-typeset [-C DIR] --output DIR [--archive 2a|3a] REPORT.xml
 *	bokslut-typeset [-C DIR] --resources
 *
 * Last stage.  The house style of the workspace says how a page looks;
 * report.xml goes into the PDF as it is, but into none of PDF/A-2a, which is
 * for archives that take no attachments.  After a fault no PDF is written.
 */
#include <stdio.h>
#include <string.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/stage_line.h"
#include "lib/text.h"
#include "model/calendar.h"
#include "model/report.h"
#include "typeset/canvas.h"
#include "typeset/house_style.h"
#include "typeset/hyphenation.h"
#include "typeset/layout.h"
#include "typeset/proof.h"

/* What the command line asks for; borrowed from it. */
struct order {
	struct stage_line line;
	bool resources;
	const char *archive; /* NULL: 3a */
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
};

static bool load_style(struct job *job, struct text *why)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/templates/house-style.xml",
		    job->order->line.workspace);
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
	if (!job->hyphenation)
		return false;
	hyphenation_expect(job->hyphenation, job->source.at, job->source.len);
	return true;
}

static bool load(struct job *job, struct text *why)
{
	const struct order *order = job->order;

	if (!infile_load(&job->source, order->report, why) ||
	    !report_load(&job->report, order->report, why))
		return false;
	if (!order->line.language)
		lang_start(job->report.language);
	return proof_read(&job->report, order->report) &&
	       load_style(job, why) && load_hyphenation(job, why);
}

static void attach(struct canvas_info *info, const struct job *job)
{
	info->attachment_name = "report.xml";
	info->attachment_type = "application/xml";
	info->attachment_about = job->report.head.title;
	info->attachment = job->source.at;
	info->attachment_len = job->source.len;
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
		.icc = job->style.profile,
	};

	text_reset(&job->subject);
	text_printf(&job->subject, "%s, %s%s%s", head->title,
		    head->subtitle ? head->subtitle : "",
		    head->subtitle ? ", " : "", head->unit);
	info.subject = job->subject.at;
	if (!report_kept_beside(job->order->archive))
		attach(&info, job);
	memcpy(info.faces, job->style.faces, sizeof(info.faces));
	return info;
}

/* Faults of a canvas: characters that no face has, and what no page holds. */
static bool set_report(struct job *job, struct text *pdf)
{
	const struct canvas_info info = info_of(job);
	const struct press press = {
		.canvas = canvas_new(&info),
		.style = &job->style,
		.hyphenation = job->hyphenation,
		.numbers =
			house_style_numbers(&job->style, job->report.language),
	};
	struct text why = { 0 };
	bool ok;

	layout_report(&job->report, &press);
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

	text_printf(&path, "%s/report.pdf", job->order->line.output);
	ok = outfile_folder(job->order->line.output, &why) &&
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
	bool ok = load(&job, why) && set_report(&job, &pdf) &&
		  write_pdf(&job, &pdf);

	text_clear(&pdf);
	text_clear(&job.source);
	text_clear(&job.subject);
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

static bool is_sound(const struct order *order)
{
	if (!order->archive || report_is_archive(order->archive))
		return true;
	msg_say(OUTCOME_MISUSED,
		_("--archive %s: a PDF is made as 3a, with report.xml inside, "
		  "or as 2a, without"),
		order->archive);
	return false;
}

int main(int argc, char **argv)
{
	struct order order = { 0 };
	const struct option_row own[] = {
		{ "archive", 0, OPTION_STRING, "LEVEL",
		  N_("Make PDF/A-3a, with report.xml inside (3a, if nothing is "
		     "said), or PDF/A-2a, without (2a)."),
		  &order.archive },
		{ "resources", 0, OPTION_FLAG, NULL,
		  N_("Print the fonts and other files that shape a PDF and "
		     "do nothing else."),
		  &order.resources },
	};
	const struct stage_form form = {
		.program = "bokslut-typeset",
		.usage = N_("bokslut-typeset [-C DIR] --output DIR "
			    "[--archive LEVEL] REPORT.xml"),
		.about = N_("Set a report as an accessible, archivable PDF in "
			    "the workspace's house style."),
		.output = N_("Write report.pdf into this folder; needed."),
		.examples = "  bokslut-typeset --output build/t1 "
			    "build/t1/report.xml\n",
		.own = own,
		.own_count = COUNT_OF(own),
		.least_words = 1,
		.most_words = 1,
		.alone = { { &order.resources, 0 } },
		.libraries = canvas_libraries,
	};
	struct text why = { 0 };
	bool ok = true;

	if (stage_line_read(&order.line, &form, argc, argv) &&
	    is_sound(&order)) {
		order.report = order.line.words[0];
		ok = order.resources ? print_resources(&order, &why)
				     : typeset(&order, &why);
	}
	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	return msg_status();
}
