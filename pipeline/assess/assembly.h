/*
 * assembly - what an assessment takes over as it stands: the words of the
 * rules, the units, the sources with their files, and the records.
 *
 * Nothing is copied: rules, register, rule book and evidence are borrowed and
 * must outlive the assessment.
 */
#ifndef ASSESS_ASSEMBLY_H
#define ASSESS_ASSEMBLY_H

#include "assess/evidence.h"
#include "assess/rule_book.h"
#include "model/assessment.h"

void assembly_take_rules(struct assessment *assessment,
			 const struct rules *rules,
			 const struct rule_book *book);
void assembly_take_units(struct assessment *assessment,
			 const struct registry *reg);
void assembly_take_evidence(struct assessment *assessment,
			    const struct rules *rules,
			    const struct evidence *evidence);

#endif
