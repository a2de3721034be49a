/// Makes the document out of elements that begin, say something and end.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interop/fet/document.hpp"
#include "interop/fet/elements.hpp"

namespace ent::interop::fet {

class Builder {
 public:
  void begin(Element element, std::int64_t line);
  /// An element of whatever name begins in a list of constraints.
  void count(Element list) noexcept;
  /// A value of the record `inside`.
  void value(Element element, Element inside, std::string& text, std::int64_t line);
  void end(Element element);

  Document& document() noexcept { return document_; }

 private:
  std::string& name_in(Element record);
  void number(std::int64_t& into, Element element, std::string_view text, std::int64_t line);
  void boolean(bool& into, Element element, std::string_view text, std::int64_t line);
  void problem(std::int64_t line, Element element, std::string_view reason);
  bool is_new(Element record, const std::string& name, std::int64_t line);
  template <class Record>
  void keep(std::vector<Record>& records, Record& record, Element kind);
  void keep_activity();
  void keep_start();
  void keep_seat();

  Document document_;
  std::set<std::pair<Element, std::string>> names_;
  std::set<std::int64_t> ids_;
  Entry entry_;
  Year year_;
  Group group_;
  Set subgroup_;
  Room room_;
  Activity activity_;
  Start start_;
  Seat seat_;
  bool must_ = false;    ///< The constraint has the weight 100.
  bool active_ = true;
  bool broken_ = false;  ///< A number of the record is none.
};

}  // namespace ent::interop::fet
