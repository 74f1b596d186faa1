// A brief for the chosen creators, from the articles' advice, filled with the plan's numbers.
#include <string>
#include <vector>

#include "core/brief.h"
#include "ui/campaign_cards.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

void brief_text(Form& form, State& state, const std::vector<core::BriefSection>& sections) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::string id = "brief-" + std::to_string(i);
    form.kept(id, sections[i].text, [&] {
      form.gap(14);
      form.heading(id + "-title", 3, TextStyle::strong, sections[i].title);
      form.text(id, TextStyle::body, sections[i].text);
      if (!sections[i].articles.empty()) {
        form.text(id + "-articles", TextStyle::fine, "After " + articles_named(sections[i].articles) + '.',
                  Tone::quiet);
      }
    });
  }
  form.gap(14);
  form.row([&] {
    if (form.button("brief-save", "Save as a text file")) {
      state.to_save = Keepsake{"brief.txt", core::brief_text(sections)};
    }
  });
}

void brief(Form& form, State& state, const ScenarioAnswer& answer, const std::vector<std::string>& chosen) {
  CampaignState& campaign = state.campaign;
  form.title("brief-title", "A brief for the creators");
  form.text("brief-help", TextStyle::body, "What the articles advise, with this plan's numbers in it, ready to copy.",
            Tone::quiet);
  form.gap(4);
  const bool open = state.is_open("brief-toggle");
  form.sources_at("brief-toggle");
  if (form.disclosure("brief-toggle", open ? "Fold the brief" : "Write the brief", open)) state.toggle("brief-toggle");
  if (!open) return;
  form.gap(8);
  form.text_field({.id = "brief-brand", .label = "Brand", .placeholder = "your brand"}, campaign.brand);
  form.gap(12);
  form.text_field({.id = "brief-product", .label = "Product", .placeholder = "what it is about"}, campaign.product);
  form.gap(12);
  form.text_field({.id = "brief-hashtag", .label = "Hashtag of the campaign", .placeholder = "#ourcampaign"},
                  campaign.hashtag);
  form.gap(12);
  form.text_field({.id = "brief-mark", .label = "What is seen in every post", .placeholder = "the red cup"},
                  campaign.visual_mark);
  const core::BriefWords words{.brand = campaign.brand,
                               .product = campaign.product,
                               .hashtag = campaign.hashtag,
                               .visual_mark = campaign.visual_mark,
                               .creators = chosen};
  std::string of = answer.revision;
  for (const std::string& text : {words.brand, words.product, words.hashtag, words.visual_mark, joined(chosen)}) {
    (of += '\n') += text;
  }
  form.kept("brief-text", of, [&] { brief_text(form, state, core::brief(*answer.simulation, words)); });
}

}  // namespace

void brief_card(Form& form, State& state, const ScenarioAnswer& answer, const std::vector<std::string>& chosen) {
  form.card("brief-card", "A brief for the creators", [&] { brief(form, state, answer, chosen); });
}

}  // namespace mf::ui
