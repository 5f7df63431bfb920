/* house_style_page - how large pages are, and what their margins leave. */
#include "typeset/house_style.h"

int32_t house_style_width(const struct house_style *style)
{
	return style->width - style->left - style->right;
}

int32_t house_style_height(const struct house_style *style)
{
	return style->height - style->top - style->bottom;
}

struct page_size house_style_page(const struct house_style *style,
				  bool landscape)
{
	if (landscape)
		return (struct page_size){ style->height, style->width };
	return (struct page_size){ style->width, style->height };
}
