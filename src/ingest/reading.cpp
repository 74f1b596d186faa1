#include "ingest/reading.h"

namespace mf::ingest {

const char* kind_id(Kind kind) {
  switch (kind) {
    case Kind::account:
      return "account";
    case Kind::roster:
      return "roster";
    case Kind::history:
      return "history";
    case Kind::results:
      return "results";
  }
  return "account";
}

}  // namespace mf::ingest
