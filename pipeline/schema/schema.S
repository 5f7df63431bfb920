/* The schemas, compiled in: a program proves its files wherever it stands. */
	.macro schema name, file
	.globl schema_\name\()_begin
	.globl schema_\name\()_len
schema_\name\()_begin:
	.incbin "\file"
1:
	.byte 0
	.balign 8
schema_\name\()_len:
	.quad 1b - schema_\name\()_begin
	.endm

	.section .rodata
	schema facts, "pipeline/schema/facts.xsd"
	schema assessment, "pipeline/schema/assessment.xsd"
	schema report, "pipeline/schema/report.xsd"
	schema template, "pipeline/schema/template.xsd"
	schema house_style, "pipeline/schema/house-style.xsd"

	.section .note.GNU-stack,"",@progbits
