// What an account keeps coming back to, as far as its captions say.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"

namespace mf::core {

struct NicheTerm {
  std::string text;       // as written where it first stands, without the #
  std::size_t posts = 0;  // captions with it
};

// Its terms are its own three most used hashtags, each under two captions or more, and the concentration is the share
// of captions that carry at least one of them: 0.9 says that three words nearly tell the account, 0.1 that they do not.
// Where fewer than half of the captions have a hashtag, the three most frequent words stand in for them. Left out are
// hashtags that disclose payment or only call for reach (#fyp, #instagood), words of every day, and words of fewer than
// four letters. Few captions make the share high: say with it how many there were. Languages that write without spaces
// count by their hashtags alone.
struct Niche {
  bool by_hashtags = true;
  std::vector<NicheTerm> terms;  // most used first, at equal use in the order of their letters; empty if none repeats
  double share = 0;              // 0 to 1
  std::size_t captions = 0;      // posts with a caption, stories included
  // The share of captions that name what the person says the account is about; nothing if that was not said.
  std::optional<double> named_share;
};

// Posts are known by their caption's traits: see describe_captions (caption_traits.h). `named` is free text: "vegan
// cooking, running" names two subjects. A caption names one if it has all its words but joining ones such as "the" and
// "of", as words or in hashtags (#easyvegandinner). Nothing with fewer than two captions.
std::optional<Niche> niche(std::span<const Post> posts, std::string_view named = {});

}  // namespace mf::core
