// The reader's program: reads what a person gave to the page, which fetches it only then. Everything that crosses its
// boundary is here; the other side is web/reading.mjs.
//
//   alloc(size)                          room for `size` bytes of input; 0 if there is none
//   free(address)                        gives it back
//   read(bytes, size, name, name_size, columns, columns_size)
//                                        reads; all stay the caller's. Columns are Hints::columns: name, NUL, field,
//                                        NUL, ... The answer's first two 32-bit words are the address and the size of
//                                        its bytes (ingest/reading_bytes.h)
//   release(answer)                      gives an answer back
//
// Of an archive, however large, only some pieces are needed (ingest/archive_reading.h):
//
//   open(size)                           a file of so many bytes, none of which is at hand
//   needed(file)                         the address of 64-bit numbers: how many pieces are missing, then the offset
//   and
//                                        the size of each
//   add(file, offset, bytes, size)       one of them, which stays the caller's until the file is read
//   read_pieces(file, name, name_size, columns, columns_size)
//                                        reads once nothing is missing, and gives the file back; the answer is as above
//
// It calls mf_progress(part) now and then, with how much is read, 0 to 1. Sizes and offsets of a file are doubles, as
// JavaScript's numbers are.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/caption_traits.h"
#include "ingest/archive_reading.h"
#include "ingest/read.h"
#include "ingest/reading_bytes.h"

extern "C" __attribute__((import_module("env"), import_name("mf_progress"))) void mf_progress(double part);

namespace {

struct Answer {
  const char* bytes;
  std::size_t size;
  std::string held;
};

struct PiecedFile {
  mf::ingest::ByteSource source;
  std::vector<double> needed;
};

// Of the whole, about as much as it is where posts have captions, each of which is looked at afterwards.
constexpr double part_of_reading = 0.2;
constexpr std::size_t posts_between_news = 1u << 12;

void has_read(double part) { mf_progress(part * part_of_reading); }

// Captions stay here: the page needs what they tell, and hardly has room for all their text.
void describe_captions(std::vector<mf::core::Post>& posts) {
  for (std::size_t i = 0; i < posts.size(); ++i) {
    mf::core::describe_captions({&posts[i], 1});
    posts[i].caption = std::string();
    if (i % posts_between_news == posts_between_news - 1) {
      const double part = static_cast<double>(i) / static_cast<double>(posts.size());
      mf_progress(part_of_reading + (1 - part_of_reading) * part);
    }
  }
}

Answer* answer_of(mf::Result<mf::ingest::Reading> result) {
  if (result) describe_captions((*result).posts);
  auto answer = std::make_unique<Answer>();
  answer->held = mf::ingest::to_bytes(result);
  answer->bytes = answer->held.data();
  answer->size = answer->held.size();
  return answer.release();
}

mf::ingest::Hints hints_of(std::string_view name, std::string_view columns) {
  mf::ingest::Hints hints{
      .file_name = std::string(name), .platform = {}, .locale = {}, .columns = {}, .progress = has_read};
  const auto next = [&columns] {
    const std::size_t end = std::min(columns.find('\0'), columns.size());
    const std::string text(columns.substr(0, end));
    columns.remove_prefix(std::min(end + 1, columns.size()));
    return text;
  };
  while (!columns.empty()) {
    std::string column = next();
    hints.columns.push_back({std::move(column), next()});
  }
  return hints;
}

}  // namespace

extern "C" {

__attribute__((export_name("alloc"))) void* mf_alloc(std::size_t size) { return std::malloc(size); }

__attribute__((export_name("free"))) void mf_free(void* address) { std::free(address); }

__attribute__((export_name("read"))) Answer* mf_read(const char* bytes, std::size_t size, const char* name,
                                                     std::size_t name_size, const char* columns,
                                                     std::size_t columns_size) {
  return answer_of(mf::ingest::read({bytes, size}, hints_of({name, name_size}, {columns, columns_size})));
}

__attribute__((export_name("open"))) PiecedFile* mf_open(double size) {
  auto file = std::make_unique<PiecedFile>();
  file->source.size = static_cast<std::uint64_t>(size);
  return file.release();
}

__attribute__((export_name("needed"))) const double* mf_needed(PiecedFile* file) {
  const std::vector<mf::ingest::Range> ranges = mf::ingest::needed_of_archive(file->source);
  file->needed = {static_cast<double>(ranges.size())};
  for (const mf::ingest::Range& range : ranges) {
    file->needed.push_back(static_cast<double>(range.offset));
    file->needed.push_back(static_cast<double>(range.size));
  }
  return file->needed.data();
}

__attribute__((export_name("add"))) void mf_add(PiecedFile* file, double offset, const char* bytes, std::size_t size) {
  file->source.pieces.push_back({static_cast<std::uint64_t>(offset), {bytes, size}});
}

__attribute__((export_name("read_pieces"))) Answer* mf_read_pieces(PiecedFile* file, const char* name,
                                                                   std::size_t name_size, const char* columns,
                                                                   std::size_t columns_size) {
  const std::unique_ptr<PiecedFile> last_owner(file);
  return answer_of(mf::ingest::read_archive(file->source, hints_of({name, name_size}, {columns, columns_size})));
}

__attribute__((export_name("release"))) void mf_release(Answer* answer) {
  const std::unique_ptr<Answer> last_owner(answer);
}

}  // extern "C"
