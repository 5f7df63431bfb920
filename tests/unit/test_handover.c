/* The three hand-overs: what is written is read back, member by member. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/infile.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/assessment.h"
#include "model/facts.h"
#include "model/report.h"

static char path[] = "/tmp/bokslut-handover-XXXXXX";

static int make_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	if (fd >= 0)
		(void)close(fd);
	return fd < 0;
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

/* By hand, as design and schema spell it: not what facts_save() printed. */
static const char facts_text[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<facts xmlns=\"urn:bokslut:facts:1\" source=\"hr.absence\" "
	"period=\"2025-T1\">\n"
	"  <file name=\"hr/franvaro.csv\" sha256=\"" //
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	"\" encoding=\"windows-1252\" rows=\"13\" used=\"10\" left-out=\"2\" "
	"rejected=\"1\">\n"
	"    <left-out by=\"totals\" rows=\"2\"/>\n"
	"  </file>\n"
	"  <fact id=\"hr.sick-hours\" unit=\"hemtjanst\" "
	"window=\"2025-01..2025-03\" series=\"value\" value=\"4123.50\" "
	"measure=\"hour\" rows=\"10\" first=\"2\" last=\"12\" file=\"1\"/>\n"
	"  <fact id=\"q.share\" unit=\"son\" window=\"2025-01..2025-04\" "
	"series=\"forecast\" missing=\"not-measured\" measure=\"percent\" "
	"rows=\"1\" first=\"3\" last=\"3\" file=\"1\"/>\n"
	"  <record kind=\"decision\" id=\"d.2018-08-27.52.1\" unit=\"son\" "
	"file=\"1\" first=\"2\" last=\"4\">\n"
	"    <field name=\"status\">pågående</field>\n"
	"    <field name=\"text\">Två rader\noch &lt;tecken&gt; &amp; "
	"sånt.</field>\n"
	"  </record>\n"
	"</facts>\n";

static void put(const char *content)
{
	struct text why = { 0 };

	assert_true(outfile_write(path, content, strlen(content), &why));
}

static void assert_file_is(const char *want)
{
	struct text content = { 0 };
	struct text why = { 0 };

	assert_true(infile_load(&content, path, &why));
	assert_string_equal(content.at, want);
	text_clear(&content);
}

static void facts_are_read_as_they_stand(void **state)
{
	struct facts facts = { 0 };
	struct text why = { 0 };

	(void)state;
	put(facts_text);
	assert_true(facts_load(&facts, path, &why));
	assert_string_equal(facts.source, "hr.absence");
	assert_int_equal(facts.file_count, 1);
	assert_int_equal(facts.files[0].left_out, 2);
	assert_string_equal(facts.files[0].reasons[0].by, "totals");
	assert_int_equal(facts.fact_count, 2);
	assert_int_equal(facts.facts[0].figure.number.units, 412350);
	assert_int_equal(facts.facts[0].figure.number.scale, 2);
	assert_int_equal(facts.facts[1].figure.kind, FIGURE_MISSING);
	assert_string_equal(record_field(&facts.records[0], "text"),
			    "Två rader\noch <tecken> & sånt.");
	assert_null(record_field(&facts.records[0], "none"));
	facts_clear(&facts);
}

static void facts_are_written_as_they_were_read(void **state)
{
	struct facts facts = { 0 };
	struct text why = { 0 };

	(void)state;
	put(facts_text);
	assert_true(facts_load(&facts, path, &why));
	put("");
	assert_true(facts_save(&facts, path, &why));
	assert_file_is(facts_text);
	facts_clear(&facts);
}

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<report xmlns=\"urn:bokslut:report:1\" lang=\"sv\" id=\"prov\" "
	"period=\"2025-T1\" revision=\"3\">\n"
	"  <head>\n"
	"    <title>Prognosrapport</title>\n"
	"    <subtitle>januari–april 2025</subtitle>\n"
	"    <short-title>Prognos</short-title>\n"
	"    <municipality>Nordvikens kommun</municipality>\n"
	"    <unit>Socialnämnden</unit>\n"
	"    <date>2025-05-05</date>\n"
	"    <draft>UTKAST</draft>\n"
	"    <line name=\"Handläggare\">Controller</line>\n"
	"    <words contents=\"Innehåll\" continued=\"forts.\" "
	"page=\"Sida\"/>\n"
	"  </head>\n";

static const char body[] =
	"  <body>\n"
	"    <cover/>\n"
	"    <contents depth=\"2\"/>\n"
	"    <section id=\"s1\" new-page=\"true\">\n"
	"      <title>\n"
	"        <run>Mål</run>\n"
	"      </title>\n"
	"      <p>\n"
	"        <run strong=\"true\">Fet</run>\n"
	"        <run> och </run>\n"
	"        <break/>\n"
	"        <run symbol=\"circle\" colour=\"#2e7d32\" "
	"to=\"s1\">uppnås</run>\n"
	"      </p>\n"
	"      <list ordered=\"true\">\n"
	"        <item>\n"
	"          <p>\n"
	"            <run>ett</run>\n"
	"          </p>\n"
	"        </item>\n"
	"      </list>\n"
	"      <table id=\"t1\">\n"
	"        <column align=\"text\" weight=\"2\"/>\n"
	"        <column align=\"number\"/>\n"
	"        <row kind=\"head\">\n"
	"          <cell rows=\"2\"/>\n"
	"          <cell/>\n"
	"        </row>\n"
	"        <row kind=\"head\">\n"
	"          <cell/>\n"
	"        </row>\n"
	"        <row kind=\"group\">\n"
	"          <cell columns=\"2\">\n"
	"            <run>Grupp</run>\n"
	"          </cell>\n"
	"        </row>\n"
	"        <row kind=\"total\" change=\"Ny\">\n"
	"          <cell heads=\"true\">\n"
	"            <run>Summa</run>\n"
	"          </cell>\n"
	"          <cell/>\n"
	"        </row>\n"
	"      </table>\n"
	"      <chart id=\"c1\" kind=\"bars\" title=\"T\" alt=\"A\" "
	"target=\"7.5\" target-print=\"7,5 %\">\n"
	"        <bar label=\"L\" print=\"12 %\" value=\"-12.0\"/>\n"
	"      </chart>\n"
	"      <chart id=\"c2\" kind=\"trend\" title=\"T\" alt=\"A\" "
	"mean=\"2\" mean-print=\"2\">\n"
	"        <bar label=\"2024\" series=\"S\" print=\"–\"/>\n"
	"      </chart>\n"
	"      <matrix id=\"m1\" title=\"T\" alt=\"A\" likelihood=\"L\" "
	"severity=\"S\">\n"
	"        <likelihood name=\"l1\"/>\n"
	"        <likelihood name=\"l2\"/>\n"
	"        <severity name=\"s1\"/>\n"
	"        <severity name=\"s2\"/>\n"
	"        <class letter=\"H\" name=\"Hög\" colour=\"#f4c7c3\"/>\n"
	"        <field letter=\"H\" likelihood=\"1\" severity=\"1\"/>\n"
	"        <field letter=\"H\" likelihood=\"1\" severity=\"2\"/>\n"
	"        <field letter=\"H\" likelihood=\"2\" severity=\"1\"/>\n"
	"        <field letter=\"H\" likelihood=\"2\" severity=\"2\"/>\n"
	"        <risk number=\"1\" likelihood=\"2\" severity=\"1\"/>\n"
	"      </matrix>\n"
	"      <signatures>\n"
	"        <signature name=\"N\" role=\"R\"/>\n"
	"      </signatures>\n"
	"    </section>\n"
	"  </body>\n"
	"  <data>\n"
	"    <figure id=\"sick-leave\" unit=\"son\" "
	"window=\"2025-01..2025-03\" series=\"value\" "
	"numerator=\"31415.00\" denominator=\"261792.00\" "
	"measure=\"percent\" print=\"12 %\" grade=\"red\" "
	"trace=\"hr/franvaro.csv 2–9\"/>\n"
	"  </data>\n"
	"</report>\n";

static void reports_are_written_as_they_were_read(void **state)
{
	struct report report = { 0 };
	struct text whole = { 0 };
	struct text why = { 0 };

	(void)state;
	text_add(&whole, head);
	text_add(&whole, body);
	put(whole.at);
	assert_true(report_load(&report, path, &why));
	assert_int_equal(report.revision, 3);
	assert_int_equal(report.block_count, 3);
	assert_int_equal(report.blocks[2].kind, BLOCK_SECTION);
	assert_string_equal(report.blocks[2].runs.list[0].text, "Mål");
	assert_string_equal(report.blocks[2].blocks[0].runs.list[1].text,
			    " och ");
	assert_int_equal(
		report.blocks[2].blocks[2].table->rows[2].cells[0].columns, 2);
	assert_int_equal(report.figure_count, 1);
	put("");
	assert_true(report_save(&report, path, &why));
	assert_file_is(whole.at);
	report_clear(&report);
	text_clear(&whole);
}

static const char assessment_text[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<assessment xmlns=\"urn:bokslut:assessment:1\" period=\"2025-T1\" "
	"window=\"2025-01..2025-04\" report=\"prov\" title=\"Prov\" "
	"unit=\"son\" municipality=\"Nordvikens kommun\" language=\"sv\" "
	"as-of=\"2025-05-05\">\n"
	"  <quantity id=\"tkr\" print=\"tkr\" min-decimals=\"0\" "
	"max-decimals=\"1\" thousands=\"true\" of=\"sek\" times=\"1000\"/>\n"
	"  <scale id=\"light\" about=\"Ljus\">\n"
	"    <grade id=\"red\" label=\"röd\" symbol=\"diamond\" "
	"colour=\"#b71c1c\"/>\n"
	"  </scale>\n"
	"  <rule id=\"r.light\" version=\"2\" file=\"rules/goals.lua\" "
	"line=\"14\" sha256=\""
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	"\" scale=\"light\" about=\"Ljus\">\n"
	"    <row n=\"1\" says=\"alla\" grade=\"red\"/>\n"
	"    <row n=\"2\" missing=\"not-measured\"/>\n"
	"  </rule>\n"
	"  <unit id=\"son\" name=\"Socialnämnden\"/>\n"
	"  <goal id=\"n.a\" kind=\"nämndmål\" name=\"Mål\" unit=\"son\" "
	"parents=\"kf.a kf.b\">\n"
	"    <grade when=\"now\" of=\"light\" is=\"red\" origin=\"override\" "
	"file=\"input/2025-T1/grades.csv\" line=\"2\" "
	"role=\"Socialnämnden\" date=\"2025-05-02\" reason=\"Ja\"/>\n"
	"  </goal>\n"
	"  <indicator id=\"sick-leave\" name=\"Sjukfrånvaro\" unit=\"son\" "
	"measure=\"percent\" better=\"lower\" goals=\"n.a\">\n"
	"    <value window=\"2025-01..2025-03\" numerator=\"31415.00\" "
	"denominator=\"261792.00\">\n"
	"      <from fact=\"hr.sick-hours\" unit=\"son\" "
	"window=\"2025-01..2025-03\" series=\"value\" source=\"hr.absence\" "
	"file=\"1\" first=\"2\" last=\"9\" rows=\"8\"/>\n"
	"    </value>\n"
	"    <forecast window=\"2025-01..2025-12\" value=\"10\"/>\n"
	"    <target op=\"at-most\" value=\"7.5\" text=\"7,5 %\"/>\n"
	"    <comment>Vi gör mer.</comment>\n"
	"    <grade when=\"now\" of=\"light\" is=\"red\" origin=\"rule\" "
	"rule=\"r.light\" version=\"2\" file=\"rules/goals.lua\" line=\"17\" "
	"sha256=\""
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	"\">\n"
	"      <because row=\"3\" given=\"short\" value=\"2.5\" "
	"test=\"above 3\"/>\n"
	"    </grade>\n"
	"  </indicator>\n"
	"  <statement id=\"operating\" about=\"Drift\" measure=\"tkr\">\n"
	"    <row unit=\"son\" name=\"Summa\" total=\"true\">\n"
	"      <budget window=\"2025-01..2025-12\" value=\"203006\"/>\n"
	"      <outcome window=\"2025-01..2025-04\" value=\"65347\"/>\n"
	"      <forecast window=\"2025-01..2025-12\" value=\"203906\"/>\n"
	"      <deviation window=\"2025-01..2025-12\" value=\"-900\"/>\n"
	"    </row>\n"
	"  </statement>\n"
	"</assessment>\n";

static void assessments_are_written_as_they_were_read(void **state)
{
	struct assessment assessment = { 0 };
	struct text why = { 0 };

	(void)state;
	put(assessment_text);
	assert_true(assessment_load(&assessment, path, &why));
	assert_int_equal(assessment.goals[0].parents.count, 2);
	assert_string_equal(assessment.goals[0].parents.list[1], "kf.b");
	assert_int_equal(assessment.indicators[0].value.figure.kind,
			 FIGURE_RATIO);
	assert_int_equal(
		assessment.statements[0].rows[0].deviation.figure.number.units,
		-900);
	put("");
	assert_true(assessment_save(&assessment, path, &why));
	assert_file_is(assessment_text);
	assessment_clear(&assessment);
}

/* Each breaks the schema in one place; all must be refused. */
static const struct {
	const char *label;
	const char *from;
	const char *to;
} broken_rows[] = {
	{ "unknown series", "series=\"value\"", "series=\"guess\"" },
	{ "decimal comma", "value=\"4123.50\"", "numerator=\"4123,50\"" },
	{ "no source", "source=\"hr.absence\"", "" },
	{ "upper case id", "id=\"q.share\"", "id=\"Q.share\"" },
	{ "short digest", "sha256=\"0123", "sha256=\"" },
	{ "period name as window", "2025-01..2025-03", "2025-T1" },
	{ "window that ends before it begins", "2025-01..2025-03",
	  "2025-03..2025-01" },
	{ "window in no month", "2025-01..2025-03", "2025-01..2025-13" },
	{ "a file of no int", "last=\"12\" file=\"1\"",
	  "last=\"12\" file=\"4294967297\"" },
	{ "a line of no long", "last=\"4\"", "last=\"99999999999999999999\"" },
	{ "unknown element", "<left-out by", "<left by" },
	{ "not closed", "</facts>", "" },
};

static void broken_facts_are_refused(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(broken_rows); i++) {
		const char *at = strstr(facts_text, broken_rows[i].from);
		struct facts facts = { 0 };
		struct text broken = { 0 };
		struct text why = { 0 };

		assert_non_null(at);
		text_add_bytes(&broken, facts_text, (size_t)(at - facts_text));
		text_add(&broken, broken_rows[i].to);
		text_add(&broken, at + strlen(broken_rows[i].from));
		put(broken.at);
		if (facts_load(&facts, path, &why)) {
			print_error("%s: was read\n", broken_rows[i].label);
			wrong++;
		}
		facts_clear(&facts);
		text_clear(&broken);
		text_clear(&why);
	}
	assert_int_equal(wrong, 0);
	assert_int_equal(msg_outcome(), OUTCOME_BROKEN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_are_read_as_they_stand),
		cmocka_unit_test(facts_are_written_as_they_were_read),
		cmocka_unit_test(reports_are_written_as_they_were_read),
		cmocka_unit_test(assessments_are_written_as_they_were_read),
		cmocka_unit_test(broken_facts_are_refused),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
