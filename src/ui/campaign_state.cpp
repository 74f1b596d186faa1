#include "ui/campaign_state.h"

#include "ui/address.h"

namespace mf::ui {
namespace {

constexpr std::size_t longest_input = 64;  // characters

void take(CampaignState& campaign, std::size_t number, std::string_view key, const std::string& value) {
  while (campaign.scenarios.size() <= number) campaign.scenarios.emplace_back();
  Scenario& scenario = campaign.scenarios[number];
  if (key == "name") {
    scenario.name = value;
  } else if (key == "platform") {
    scenario.platform = core::platform_from_name(value).value_or(scenario.platform);
  } else if (key == "creators") {
    scenario.creators = value;
  } else if (key == "paysNoShows") {
    scenario.pays_no_shows = value != "false";
  } else if (const std::optional<core::Input> input = core::input_from_key(key)) {
    scenario[*input] = value;
  }
}

bool is_currency(std::string_view code) {
  if (code.size() != 3) return false;
  for (const char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace

std::string CampaignState::name_of(std::size_t number) const {
  const std::string& given = scenarios[number].name;
  return given.empty() ? "Plan " + std::to_string(number + 1) : given;
}

void read_campaign(CampaignState& campaign, std::string_view address) {
  if (campaign.is_read) return;
  campaign.is_read = true;
  split(address, '&', [&](std::string_view text) {
    const Pair pair = pair_of(text);
    const std::string value = decoded(pair.value).substr(0, longest_input);
    std::string_view key = pair.key;
    std::size_t number = 0;
    if (key.size() > 2 && key[1] == '.' && key[0] >= '2' && key[0] < static_cast<char>('1' + max_scenarios)) {
      number = static_cast<std::size_t>(key[0] - '1');
      key.remove_prefix(2);
    }
    if (key == "currency") {
      if (is_currency(value)) campaign.currency = value;
    } else {
      take(campaign, number, key, value);
    }
  });
}

std::string address_of(const CampaignState& campaign) {
  std::string out;
  if (campaign.currency != "USD") put(out, "currency", campaign.currency);
  for (std::size_t i = 0; i < campaign.scenarios.size(); ++i) {
    const Scenario& scenario = campaign.scenarios[i];
    const std::string number = i == 0 ? std::string() : std::to_string(i + 1) + '.';
    if (!scenario.name.empty()) put(out, number + "name", scenario.name);
    if (i > 0 || scenario.platform != core::Platform::instagram) {
      put(out, number + "platform", core::platform_id(scenario.platform));
    }
    if (!scenario.creators.empty()) put(out, number + "creators", scenario.creators);
    if (!scenario.pays_no_shows) put(out, number + "paysNoShows", "false");
    for (const core::InputInfo& info : core::input_infos()) {
      if (!scenario[info.input].empty()) put(out, number + std::string(info.key), scenario[info.input]);
    }
  }
  return out;
}

}  // namespace mf::ui
