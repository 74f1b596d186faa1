// nlohmann/json as this room uses it: it never throws, so every access is preceded by a check of the type.
#pragma once

#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

namespace mf::report {
using Json = nlohmann::json;
}
