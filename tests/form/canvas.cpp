#include "canvas.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

namespace {

// A letter says which one it is by where it would be found in the texture, far outside of all that is there.
constexpr float first_letter = 2;

// Every letter half as wide as it is high: enough to lay out a page, and to read it.
bool load_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph,
                float* advance_only) {
  const float advance = baked->Size / 2;
  if (advance_only) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = codepoint & 0x3FFFFFF;
  glyph->AdvanceX = advance;
  glyph->Visible = 1;
  glyph->X1 = advance;
  glyph->Y1 = baked->Size;
  glyph->U0 = glyph->U1 = first_letter + static_cast<float>(codepoint);
  return true;
}

bool start_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size;
  baked->Descent = -baked->Size / 4;
  return true;
}

}  // namespace

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "blocks";
    made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
    made.FontBakedInit = start_size;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return &loader;
}

namespace mf::form {
namespace {

// Calls `see` with the corners of each triangle. A letter is two of them: the first, from its top left corner over the
// top right to the bottom right one, and the second with the bottom left one.
template <typename See>
void each_triangle(ImGuiContext* context, const See& see) {
  ImGui::SetCurrentContext(context);
  const ImDrawData* drawn = ImGui::GetDrawData();
  if (!drawn) return;
  for (const ImDrawList* list : drawn->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const auto corner = [&](unsigned int index) -> const ImDrawVert& {
        const ImDrawIdx at = list->IdxBuffer[static_cast<int>(command.IdxOffset + index)];
        return list->VtxBuffer[static_cast<int>(command.VtxOffset + at)];
      };
      for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) see(corner(i), corner(i + 1), corner(i + 2));
    }
  }
}

bool is_letter(const ImDrawVert& corner) { return corner.uv.x >= first_letter; }

}  // namespace

Canvas::Canvas(float width, float height) : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  ImFontConfig config;
  config.FontLoader = ImGuiFreeType::GetFontLoader();
  config.SizePixels = 16;
  for (ImFont*& font : fonts_) font = io.Fonts->AddFont(&config);
  resize(width, height);
}

Canvas::~Canvas() {
  ImGui::SetCurrentContext(context_);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(context_);
}

void Canvas::resize(float width, float height) {
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().DisplaySize = ImVec2(width, height);
}

void Canvas::point_at(float x, float y, bool pressed) {
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().AddMousePosEvent(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, pressed);
}

void Canvas::frame(const std::function<void()>& content) {
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().DeltaTime = 1.0f / 60;
  ImGui::NewFrame();
  content();
  ImGui::Render();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(1);
    texture->SetStatus(ImTextureStatus_OK);
  }
}

std::vector<DrawnWord> Canvas::words() const {
  std::vector<DrawnWord> words;
  bool is_second_half = false;
  bool goes_on = false;  // the letter before is of a word
  each_triangle(context_, [&](const ImDrawVert& from, const ImDrawVert&, const ImDrawVert& to) {
    if (!is_letter(from)) return;
    if (std::exchange(is_second_half, !is_second_half)) return;
    const auto letter = static_cast<unsigned int>(std::lround(from.uv.x - first_letter));
    const Box box{from.pos.x, from.pos.y, to.pos.x - from.pos.x, to.pos.y - from.pos.y};
    if (goes_on) {
      const Box& before = words.back().box;
      goes_on = std::abs(before.x + before.width - box.x) < 0.01f && before.y == box.y && before.height == box.height;
    }
    if (letter <= ' ') {
      goes_on = false;
      return;
    }
    if (!goes_on) words.push_back({.text = {}, .box = {box.x, box.y, 0, box.height}, .colour = from.col});
    char bytes[5];
    ImTextCharToUtf8(bytes, letter);
    words.back().text += bytes;
    words.back().box.width = box.x + box.width - words.back().box.x;
    goes_on = true;
  });
  return words;
}

std::vector<std::string> Canvas::lines() const {
  std::vector<std::string> lines;
  float y = 0;
  for (const DrawnWord& word : words()) {
    if (!lines.empty() && word.box.y == y) {
      lines.back() += ' ' + word.text;
    } else {
      lines.push_back(word.text);
    }
    y = word.box.y;
  }
  return lines;
}

void Canvas::run_callbacks() const {
  ImGui::SetCurrentContext(context_);
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback) command.UserCallback(list, &command);
    }
  }
}

Box Canvas::painted(Colour colour) const {
  float left = FLT_MAX, top = FLT_MAX, right = -FLT_MAX, bottom = -FLT_MAX;
  each_triangle(context_, [&](const auto&... corners) {
    for (const ImDrawVert* corner : {&corners...}) {
      if (corner->col != colour || is_letter(*corner)) continue;
      left = std::min(left, corner->pos.x);
      top = std::min(top, corner->pos.y);
      right = std::max(right, corner->pos.x);
      bottom = std::max(bottom, corner->pos.y);
    }
  });
  if (left > right) return {};
  return {left, top, right - left, bottom - top};
}

std::string Canvas::everything() const {
  std::string bytes;
  each_triangle(context_, [&](const auto&... corners) {
    for (const ImDrawVert* corner : {&corners...}) {
      for (const float place : {corner->pos.x, corner->pos.y, corner->uv.x, corner->uv.y}) {
        bytes.append(reinterpret_cast<const char*>(&place), sizeof place);
      }
      bytes.append(reinterpret_cast<const char*>(&corner->col), sizeof corner->col);
    }
  });
  return bytes;
}

}  // namespace mf::form
