// The tool in a page: events in, one frame out, and nothing in between. See boundary.h.
#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5_webgl.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "form/form.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"
#include "ingest/reading_bytes.h"
#include "platform/boundary.h"
#include "platform/browser_fonts.h"
#include "ui/state.h"
#include "ui/tool.h"

namespace mf::platform {
namespace {

constexpr int nodes_changed = 1, height_changed = 2, frame_wanted = 4, described = 8;
constexpr int css_weights[form::weight_count] = {400, 600};

struct App {
  ui::State state;
  ui::AllAnswers answers;
  std::optional<ui::Keepsake> to_save;   // of which the page was told last
  const ui::Waiting* to_read = nullptr;  // in the state; of which the page was told last
  std::string columns;                   // of that, as they cross
  form::Form form;
  form::Surface surface;
  std::vector<form::Event> events;
  form::Telling telling;
  std::string link;
  float height = 0;
  int canvas_width = 1, canvas_height = 1;
  std::optional<form::Sheet::Point> tapped;  // where a finger was last, CSS pixels in the tool
  // What the canvas shows is kept by the browser: only what looks otherwise is drawn anew. Device pixels in the tool.
  bool to_draw_all = true;
  std::optional<form::Box> to_draw;
  form::Sheet::Lit lit;      // by the pointer, in the drawing that is shown
  bool to_describe = false;  // else the next frame draws what was described last
  bool has_context = false;
};

// One page, one tool: made by mf_start; the page's end is its end.
App* app = nullptr;

std::string text_of(const char* data, std::size_t size) { return {data, size}; }

void wake() { app->to_describe = true; }

void add_event(form::Event event) {
  app->tapped.reset();
  app->events.push_back(std::move(event));
  wake();
}

// The page has made it already, with attributes of its own; this is how it gets a handle.
bool take_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#tool-canvas", &attributes);
  return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS &&
         ImGui_ImplOpenGL3_Init("#version 300 es");
}

// Whole pixels of the canvas.
void clear(const form::Box& box, form::Colour colour) {
  const ImVec4 rgba = ImGui::ColorConvertU32ToFloat4(colour);
  const float below = static_cast<float>(app->canvas_height) - box.y - box.height;
  glScissor(static_cast<int>(box.x), static_cast<int>(below), static_cast<int>(box.width),
            static_cast<int>(box.height));
  glClearColor(rgba.x, rgba.y, rgba.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

// A form::Sheet::Plain.
void clear(const ImDrawList*, const ImDrawCmd* command) {
  const auto& [box, colour] = *static_cast<const form::Sheet::Plain*>(command->UserCallbackData);
  const ImVec4& clip = command->ClipRect;
  const form::Box seen = form::common(box, {clip.x, clip.y, clip.z - clip.x, clip.w - clip.y});
  if (!seen.is_empty()) clear(seen, colour);
}

void draw_anew(const std::optional<form::Box>& box) {
  if (box) app->to_draw = app->to_draw ? form::around(*app->to_draw, *box) : *box;
}

// What of the slice is to be drawn, whole device pixels in the tool; empty if it shows what it should.
form::Box due(float slice_top) {
  const form::Box slice{0, slice_top, static_cast<float>(app->canvas_width), static_cast<float>(app->canvas_height)};
  if (app->to_draw_all) return slice;
  if (!app->to_draw) return {};
  const form::Box& box = *app->to_draw;
  constexpr float reach = 8;  // letters and smoothed edges reach out of their boxes; as far as Sheet::draw expects
  const float x = std::floor(box.x) - reach, y = std::floor(box.y) - reach;
  return form::common(slice,
                      {x, y, std::ceil(box.x + box.width) + reach - x, std::ceil(box.y + box.height) + reach - y});
}

void render(form::Box box, float slice_top) {
  box.y -= slice_top;
  glEnable(GL_SCISSOR_TEST);
  clear(box, app->surface.theme->page);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

// Without a canvas nobody uploads Dear ImGui's textures; say that it is done.
void settle_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace
}  // namespace mf::platform

using mf::form::Event;
using mf::platform::app;
using mf::platform::text_of;
using mf::platform::wake;

extern "C" {

EMSCRIPTEN_KEEPALIVE void mf_start(const char* query, std::size_t query_size) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  app = new mf::platform::App;  // lives as long as the page
  app->state = mf::ui::state_from_query(std::string_view(query, query_size));
  app->state.later_part = mf::ui::LaterPart::not_asked_for;
  app->surface.theme = &mf::form::light_theme();
  for (int i = 0; i < mf::form::weight_count; ++i) {
    app->surface.fonts[i] = mf::platform::add_browser_font(*io.Fonts, mf::platform::css_weights[i]);
  }
  io.DisplaySize = ImVec2(1, 1);
  ImGui::NewFrame();  // from here on letters can be measured
  ImGui::EndFrame();
  wake();
}

EMSCRIPTEN_KEEPALIVE int mf_letters(int most) { return mf::platform::draw_letters(*ImGui::GetIO().Fonts, most); }

EMSCRIPTEN_KEEPALIVE int mf_canvas() {
  app->has_context = mf::platform::take_context();
  return app->has_context;
}

EMSCRIPTEN_KEEPALIVE void* mf_allocate(std::size_t size) { return std::malloc(size); }
EMSCRIPTEN_KEEPALIVE void mf_release(void* memory) { std::free(memory); }

EMSCRIPTEN_KEEPALIVE void mf_resize(float width, float slice_top, int canvas_width, int canvas_height, float scale,
                                    int touch) {
  mf::form::Surface& surface = app->surface;
  if (width != surface.width || scale != surface.scale || surface.touch != (touch != 0)) wake();
  surface.touch = touch != 0;
  surface.width = width;
  surface.slice_top = slice_top;
  surface.scale = scale;
  app->to_draw_all = true;
  app->canvas_width = canvas_width;
  app->canvas_height = canvas_height;
}

EMSCRIPTEN_KEEPALIVE void mf_theme(int dark) {
  app->surface.theme = dark ? &mf::form::dark_theme() : &mf::form::light_theme();
  app->to_draw_all = true;
  wake();
}

EMSCRIPTEN_KEEPALIVE void mf_pointer(int kind, float x, float y, int touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  const bool is_pressed = kind == 1, is_released = kind == 2, is_gone = kind == 3;
  if (!is_gone) io.AddMousePosEvent(x * app->surface.scale, (y - app->surface.slice_top) * app->surface.scale);
  if (kind != 0) io.AddMouseButtonEvent(ImGuiMouseButton_Left, is_pressed);
  if (is_gone || (is_released && touch)) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // a finger leaves nothing hovered
  if (is_released && touch) {
    app->tapped = {x, y};
  } else if (!touch || is_pressed) {
    app->tapped.reset();
  }
}

EMSCRIPTEN_KEEPALIVE void mf_input(const char* id, std::size_t id_size, const char* text, std::size_t text_size,
                                   int committed) {
  mf::platform::add_event({.kind = Event::Kind::input,
                           .id = text_of(id, id_size),
                           .text = text_of(text, text_size),
                           .committed = committed != 0});
}

EMSCRIPTEN_KEEPALIVE void mf_choose(const char* id, std::size_t id_size, int index) {
  mf::platform::add_event({.kind = Event::Kind::choose, .id = text_of(id, id_size), .index = index});
}

EMSCRIPTEN_KEEPALIVE void mf_press(const char* id, std::size_t id_size) {
  mf::platform::add_event({.kind = Event::Kind::press, .id = text_of(id, id_size)});
}

EMSCRIPTEN_KEEPALIVE std::uint32_t mf_file(const char* name, std::size_t name_size) {
  wake();
  return mf::ui::read_file(app->state, text_of(name, name_size));
}

EMSCRIPTEN_KEEPALIVE std::uint32_t mf_to_read() {
  app->to_read = mf::ui::next_to_read(app->state);
  return app->to_read ? app->to_read->ticket : 0;
}
EMSCRIPTEN_KEEPALIVE const char* mf_to_read_text() {
  return app->to_read->bytes == mf::ui::Bytes::text ? app->to_read->text.data() : nullptr;
}
EMSCRIPTEN_KEEPALIVE std::size_t mf_to_read_size() { return app->to_read->text.size(); }
EMSCRIPTEN_KEEPALIVE std::uint32_t mf_to_read_file() {
  return app->to_read->bytes == mf::ui::Bytes::elsewhere ? app->to_read->file : 0;
}
EMSCRIPTEN_KEEPALIVE const char* mf_to_read_columns() {
  app->columns.clear();
  for (const mf::ingest::Mapping& told : app->to_read->columns) {
    ((app->columns += told.column) += '\0') += told.field;
    app->columns += '\0';
  }
  return app->columns.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t mf_to_read_columns_size() { return app->columns.size(); }
EMSCRIPTEN_KEEPALIVE int mf_is_kept(std::uint32_t file) { return mf::ui::is_kept(app->state, file); }
EMSCRIPTEN_KEEPALIVE int mf_is_awaited(std::uint32_t ticket) { return mf::ui::is_awaited(app->state, ticket); }

EMSCRIPTEN_KEEPALIVE void mf_takes_long(std::uint32_t ticket, double part_read) {
  mf::ui::takes_long(app->state, ticket, part_read);
  wake();
}

EMSCRIPTEN_KEEPALIVE void mf_reading(std::uint32_t ticket, const char* bytes, std::size_t size) {
  mf::ui::answer(app->state, ticket, mf::ingest::from_bytes({bytes, size}));
  wake();
}

EMSCRIPTEN_KEEPALIVE void mf_not_read(std::uint32_t ticket, const char* sentence, std::size_t size) {
  mf::ui::not_read(app->state, ticket, text_of(sentence, size));
  wake();
}

EMSCRIPTEN_KEEPALIVE int mf_wants_later_part() { return mf::ui::asks_for_later_part(app->state); }

EMSCRIPTEN_KEEPALIVE void mf_later_part(int outcome) {
  using mf::ui::LaterPart;
  app->state.later_part = outcome == 1 ? LaterPart::here : outcome == 2 ? LaterPart::failed : LaterPart::takes_long;
  wake();
}

EMSCRIPTEN_KEEPALIVE const char* mf_to_save() {
  app->to_save = std::exchange(app->state.to_save, std::nullopt);
  return app->to_save ? app->to_save->name.data() : nullptr;
}
EMSCRIPTEN_KEEPALIVE std::size_t mf_to_save_name_size() { return app->to_save->name.size(); }
EMSCRIPTEN_KEEPALIVE const char* mf_to_save_text() { return app->to_save->text.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t mf_to_save_text_size() { return app->to_save->text.size(); }

EMSCRIPTEN_KEEPALIVE void mf_query(const char* query, std::size_t query_size) {
  mf::ui::begin_anew(app->state, std::string_view(query, query_size));
  wake();
}

EMSCRIPTEN_KEEPALIVE int mf_describe() {
  if (!std::exchange(app->to_describe, false)) return 0;
  mf::form::Form& form = app->form;
  const auto describe = [&] { mf::ui::draw_tool(form, app->state, app->answers); };
  form.take_in(app->surface, std::exchange(app->events, {}), describe);
  form.begin(app->surface);
  describe();
  const float height = form.end();
  app->to_describe = form.wants_frame();
  mf::platform::draw_anew(form.changed());
  int answer = mf::platform::described;
  if (app->telling.update(form.nodes())) answer |= mf::platform::nodes_changed;
  if (std::exchange(app->height, height) != height) answer |= mf::platform::height_changed;
  if (app->to_describe) answer |= mf::platform::frame_wanted;
  return answer;
}

EMSCRIPTEN_KEEPALIVE int mf_draw() {
  ImGui::GetIO().DisplaySize = ImVec2(static_cast<float>(app->canvas_width), static_cast<float>(app->canvas_height));
  if (app->has_context) ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  const float slice_top = app->surface.slice_top, top_pixel = std::round(slice_top * app->surface.scale);
  const mf::form::Sheet::Lit lit = app->form.lit(slice_top, app->tapped);
  if (lit.sum != app->lit.sum) {
    mf::platform::draw_anew(app->lit.bounds);
    mf::platform::draw_anew(lit.bounds);
  }
  app->lit = lit;
  const mf::form::Box due = mf::platform::due(top_pixel);
  if (!app->has_context) {
    ImGui::Render();
    mf::platform::settle_textures();
  } else if (due.is_empty()) {
    ImGui::Render();
  } else {
    app->form.draw(slice_top, mf::platform::clear, app->tapped, due);
    ImGui::Render();
    mf::platform::render(due, top_pixel);
    app->to_draw_all = false;
    app->to_draw.reset();
  }
  // Dear ImGui takes what comes at once, such as a press and a release, a frame each.
  const bool has_more = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  return has_more ? mf::platform::frame_wanted : 0;
}

EMSCRIPTEN_KEEPALIVE float mf_height() { return app->height; }
EMSCRIPTEN_KEEPALIVE const char* mf_nodes() { return app->telling.text().data(); }
EMSCRIPTEN_KEEPALIVE std::size_t mf_nodes_size() { return app->telling.text().size(); }

EMSCRIPTEN_KEEPALIVE const char* mf_link() {
  app->link = mf::ui::query_of(app->state);
  return app->link.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t mf_link_size() { return app->link.size(); }

EMSCRIPTEN_KEEPALIVE void mf_context(int restored) {
  app->to_draw_all = true;
  if (app->has_context) ImGui_ImplOpenGL3_Shutdown();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {  // whatever was uploaded is gone
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  app->has_context = restored != 0 && ImGui_ImplOpenGL3_Init("#version 300 es");
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;  // settle_textures stands in meanwhile
  wake();
}

EMSCRIPTEN_KEEPALIVE void mf_fonts_changed() {
  ImGui::GetIO().Fonts->ClearFonts();
  for (int i = 0; i < mf::form::weight_count; ++i) {
    app->surface.fonts[i] = mf::platform::add_browser_font(*ImGui::GetIO().Fonts, mf::platform::css_weights[i]);
  }
  app->form.forget();
  app->to_draw_all = true;
  wake();
}
}
