// Everything that crosses the boundary of microfluence.wasm. The other side is web/microfluence.mjs; nothing else calls
// these.
//
//   alloc(size)      room for `size` bytes of input; 0 if there is none
//   free(address)    gives it back
//   call(...)        runs report::call; operation, request and bytes are (address, size) pairs, which stay the caller's
//   release(answer)  gives an answer back
//
// An answer begins with two 32-bit words, the address and the size of its JSON text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "report/call.h"

#ifdef __wasm__
#define MF_EXPORT(name) __attribute__((export_name(#name)))
#else
#define MF_EXPORT(name)
#endif

namespace {

struct Answer {
  const char* text;
  std::size_t size;
  std::string held;
};

}  // namespace

extern "C" {

MF_EXPORT(alloc) void* mf_alloc(std::size_t size) { return std::malloc(size); }

MF_EXPORT(free) void mf_free(void* address) { std::free(address); }

MF_EXPORT(call)
Answer* mf_call(const char* operation, std::size_t operation_size, const char* request, std::size_t request_size,
                const char* bytes, std::size_t bytes_size) {
  auto answer = std::make_unique<Answer>();
  answer->held = mf::report::call({operation, operation_size}, {request, request_size}, {bytes, bytes_size});
  answer->text = answer->held.data();
  answer->size = answer->held.size();
  return answer.release();
}

MF_EXPORT(release) void mf_release(Answer* answer) { const std::unique_ptr<Answer> last_owner(answer); }

}  // extern "C"
