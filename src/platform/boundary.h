// Everything that crosses between the page's JavaScript (web/host.mjs and whom it gives the module) and the drawn tool,
// in one list.
//
// Texts are UTF-8, given as pointer and length; whoever made the memory frees it. Coordinates are CSS pixels from the
// tool's top left corner. Nothing is drawn by these calls but mf_draw.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Once, first. `query` is the address' query or fragment without its mark.
void mf_start(const char* query, std::size_t query_size);
// Where the page draws: gets the pixels of letters that were only measured so far, at most as many as asked for; 0 once
// none is left.
int mf_letters(int most);
// Once, then, before the first mf_draw: #tool-canvas has a WebGL 2 context. Returns 0 if it cannot be drawn with; the
// tool then goes on without drawing. It may wait for the browser's GPU.
int mf_canvas();

// Memory for what is handed over.
void* mf_allocate(std::size_t size);
void mf_release(void* memory);

// What the canvas shows: the tool's width and the top edge of the slice in CSS pixels, the canvas' size in device
// pixels, device pixels to a CSS pixel. touch: 1 where the pointer is a finger.
void mf_resize(float width, float slice_top, int canvas_width, int canvas_height, float scale, int touch);
void mf_theme(int dark);

// kind 0 moved, 1 pressed, 2 released, 3 gone, and pressed no longer. touch: 1 for a finger.
void mf_pointer(int kind, float x, float y, int touch);

// What was done to a native element; `id` is the node's.
void mf_input(const char* id, std::size_t id_size, const char* text, std::size_t text_size, int committed);
void mf_choose(const char* id, std::size_t id_size, int index);
void mf_press(const char* id, std::size_t id_size);

// Reading. The readers are a program of their own (src/reader), which the page fetches when it is first needed; what it
// makes of a text or file comes back here as the bytes of ingest::to_bytes. A ticket, never 0, names one request: a
// newer one takes the place of an older one, whose answer then changes nothing.
//
// A file was given; the page reads its bytes and answers.
std::uint32_t mf_file(const char* name, std::size_t name_size);
// After a frame, until it gives 0: the next request that comes from the tool itself.
std::uint32_t mf_to_read();
const char* mf_to_read_text();  // of that request, until anything else is called; null for the sample and for a file
std::size_t mf_to_read_size();
// A file that is to be read again: the ticket under which it was given; else 0.
std::uint32_t mf_to_read_file();
// What the person said of its columns, for the reader: name, NUL, field, NUL, ...
const char* mf_to_read_columns();
std::size_t mf_to_read_columns_size();  // after that
// 0 once the file given under this ticket will not be read again.
int mf_is_kept(std::uint32_t file);
// 0 if nobody waits for the answer any more.
int mf_is_awaited(std::uint32_t ticket);
// The answer is not quick; the tool says that it is reading, and how far it is (0 to 1; 0 if that is not known).
void mf_takes_long(std::uint32_t ticket, double part_read);
void mf_reading(std::uint32_t ticket, const char* bytes, std::size_t size);
// The page could not have it read; the sentence is shown in its place.
void mf_not_read(std::uint32_t ticket, const char* sentence, std::size_t size);

// Some tools are in a later part of this program (web/split.mjs), which the page fetches when one of them is first
// shown. After a frame: 1, once, if it is to be fetched.
int mf_wants_later_part();
// What came of it: 0 nothing yet, and it is not quick; 1 it is here; 2 it did not load.
void mf_later_part(int outcome);

// After a frame: the name of a file that the person wants to keep, or null; once. Name and text stay until the next
// call.
const char* mf_to_save();
std::size_t mf_to_save_name_size();
const char* mf_to_save_text();
std::size_t mf_to_save_text_size();

// The address changed under a running page.
void mf_query(const char* query, std::size_t query_size);

// Describes the tool if anything happened to it. Bits of the answer: 1 the nodes changed, 2 the height changed, 4
// another frame is to follow, 8 the tool was described anew.
int mf_describe();
// Draws what was described last, on the canvas of the last mf_resize, unless it is shown there already. The answer as
// above.
int mf_draw();

float mf_height();       // CSS pixels
const char* mf_nodes();  // what changed of them, as form::Telling says it
std::size_t mf_nodes_size();
// The state as a query, for the address bar and links.
const char* mf_link();
std::size_t mf_link_size();

// The drawing context was lost (0) or given back (1).
void mf_context(int restored);
// The web font arrived late: forget every glyph.
void mf_fonts_changed();
}
