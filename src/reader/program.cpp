// The reader's program: reads what a person gave to the page, which fetches it only then. Everything that crosses its
// boundary is here; the other side is web/reader.mjs.
//
//   alloc(size)                          room for `size` bytes of input; 0 if there is none
//   free(address)                        gives it back
//   read(bytes, size, name, name_size)   reads; both stay the caller's. The answer's first two 32-bit words are the
//                                        address and the size of its bytes (ingest/reading_bytes.h)
//   release(answer)                      gives an answer back
//
// It calls mf_progress(part) now and then, with how much is read, 0 to 1.
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string>

#include "core/caption_traits.h"
#include "ingest/read.h"
#include "ingest/reading_bytes.h"

extern "C" __attribute__((import_module("env"), import_name("mf_progress"))) void mf_progress(double part);

namespace {

struct Answer {
  const char* bytes;
  std::size_t size;
  std::string held;
};

}  // namespace

extern "C" {

__attribute__((export_name("alloc"))) void* mf_alloc(std::size_t size) { return std::malloc(size); }

__attribute__((export_name("free"))) void mf_free(void* address) { std::free(address); }

__attribute__((export_name("read"))) Answer* mf_read(const char* bytes, std::size_t size, const char* name,
                                                     std::size_t name_size) {
  mf::Result<mf::ingest::Reading> result = mf::ingest::read(
      {bytes, size}, {.file_name = {name, name_size}, .platform = {}, .locale = {}, .progress = mf_progress});
  if (result) mf::core::describe_captions((*result).posts);
  auto answer = std::make_unique<Answer>();
  answer->held = mf::ingest::to_bytes(result);
  answer->bytes = answer->held.data();
  answer->size = answer->held.size();
  return answer.release();
}

__attribute__((export_name("release"))) void mf_release(Answer* answer) {
  const std::unique_ptr<Answer> last_owner(answer);
}

}  // extern "C"
