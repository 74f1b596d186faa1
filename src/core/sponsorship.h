// What captions disclose of money and gifts. Advertising law makes people say it in set words, in each language their
// own; a post that keeps silent is not seen.
#pragma once

#include <string_view>

#include "core/account.h"
#include "core/caption_text.h"

namespace mf::core {

// Payment outweighs a gift. What says that it is not paid ("unbezahlte Werbung", "reklam değil", "내돈내산", "this is
// not a paid partnership") is no payment, also where a label of the kind that German law asks of unpaid posts stands
// beside it. A label counts as a whole hashtag anywhere (#ad, not #adventure), and without the # only where it stands
// by itself at the head of a line or in brackets ("Ad | …", "[Werbung]"; not "ad hoc"). Phrases such as "paid
// partnership" count anywhere. Words that authorities call unclear or that unpaid posts use as well (#sp, #spon,
// #collab, #partner, #ambassador, #thanks, #promo, "in collaboration with") are left out. Who writes about advertising
// and tags it #werbung is taken at their word.
Disclosure disclosure(const CaptionText& caption);

bool is_sponsored(std::string_view caption);

// The name of a hashtag as in CaptionText::plain. True for all that disclose payment, a gift or that there was neither,
// in every language: they say nothing of an account's subject.
bool is_disclosure_hashtag(std::string_view name);

}  // namespace mf::core
