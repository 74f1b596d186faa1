// Any bytes as a request and as an input of every operation: the answer is always one JSON document.
#include "report/call.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "report/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<std::string_view, 6> operations = {"analyze", "read", "table", "benchmarks", "simulate", "pick"};
  if (size < 3) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 3, size - 3);
  const std::size_t request_size = (data[1] * std::size_t{256} + data[2]) % (text.size() + 1);
  const std::string answer = mf::report::call(operations[data[0] % operations.size()], text.substr(0, request_size),
                                              text.substr(request_size));
  const mf::report::Json document = mf::report::Json::parse(answer, nullptr, false);
  if (!document.is_object() || document.size() != 1 || (!document.contains("ok") && !document.contains("error"))) {
    std::abort();
  }
  return 0;
}
