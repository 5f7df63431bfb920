#include "chance.h"

#include <assert.h>

/* xorshift64* (Vigna 2016): its upper half is even enough for samples. */
int chance_below(struct chance *chance, int limit)
{
	uint64_t state = chance->state;

	assert(state && limit > 0);
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	chance->state = state;
	state *= UINT64_C(0x2545F4914F6CDD1D);
	return (int)((state >> 33) % (uint64_t)limit);
}

int chance_between(struct chance *chance, int least, int most)
{
	assert(least <= most);
	return least + chance_below(chance, most - least + 1);
}

bool chance_happens(struct chance *chance, int of_thousand)
{
	return chance_below(chance, 1000) < of_thousand;
}
