#include "ui/cards.h"
namespace mf::ui {
void readiness_card(form::Form&, State&, const Answers&) {}
}  // namespace mf::ui
