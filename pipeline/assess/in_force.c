#include "assess/in_force.h"

#include "model/assessment.h"
#include "model/version.h"

bool in_force_prove(const struct versions *all,
		    const struct assessment *assessment)
{
	const struct date as_of = assessment->as_of;
	bool ok = true;

	for (size_t i = 0; i < all->count; i++) {
		const struct version *version = &all->list[i];

		if (!assessment_has_records(assessment, version->kind) ||
		    versions_read(all, version->kind, as_of))
			continue;
		version_tell_idle(version, as_of);
		ok = false;
	}
	return ok;
}

bool in_force_reads(const struct versions *all, const struct version *version,
		    const struct assessment *assessment)
{
	return version_holds(all, version, assessment->as_of) &&
	       assessment_has_records(assessment, version->kind);
}
