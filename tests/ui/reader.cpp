#include "reader.h"

#include <fstream>
#include <iterator>
#include <string>

#include "core/caption_traits.h"
#include "ingest/read.h"
#include "ingest/reading_bytes.h"

namespace mf::ui {
namespace {

std::string sample() {
  std::ifstream file(MF_SAMPLE);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void read_and_answer(State& state, Ticket ticket, std::string_view bytes, const std::vector<ingest::Mapping>& columns) {
  ingest::Hints hints;
  hints.columns = columns;
  Result<ingest::Reading> result = ingest::read(bytes, hints);
  if (result) core::describe_captions((*result).posts);
  answer(state, ticket, ingest::from_bytes(ingest::to_bytes(result)));
}

bool read_all(State& state, std::string_view file) {
  bool is_asked = false;
  while (const Waiting* waiting = next_to_read(state)) {
    const std::string bytes = waiting->bytes == Bytes::sample      ? sample()
                              : waiting->bytes == Bytes::elsewhere ? std::string(file)
                                                                   : waiting->text;
    read_and_answer(state, waiting->ticket, bytes, waiting->columns);
    is_asked = true;
  }
  return is_asked;
}

}  // namespace mf::ui
