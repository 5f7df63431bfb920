/* house_style_page - how large pages are, and what their margins leave. */
#include "typeset/house_style.h"

struct page_size house_style_page(const struct house_style *style,
				  bool landscape)
{
	if (landscape)
		return (struct page_size){ style->height, style->width };
	return (struct page_size){ style->width, style->height };
}

struct page_size house_style_room(const struct house_style *style,
				  bool landscape)
{
	struct page_size room = house_style_page(style, landscape);

	room.width -= style->left + style->right;
	room.height -= style->top + style->bottom;
	return room;
}

int32_t house_style_width(const struct house_style *style)
{
	return house_style_room(style, false).width;
}
