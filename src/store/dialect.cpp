#include "store/dialect.hpp"

#include "store/lexer.hpp"
#include "store/packed.hpp"

namespace ent::store {
namespace {

enum class Macro { none, each, each_text, item, item_text, packed };

Macro macro_of(std::string_view word) {
  if (word == "EACH") return Macro::each;
  if (word == "EACH_TEXT") return Macro::each_text;
  if (word == "ITEM") return Macro::item;
  if (word == "ITEM_TEXT") return Macro::item_text;
  if (word == "PACKED") return Macro::packed;
  return Macro::none;
}

/// Reads "($n)" behind the word of a macro.
std::string_view parameter_of_macro(Lexer& lexer, std::string_view word) {
  const bool opens = lexer.next_solid().text == "(";
  const Lexeme parameter = lexer.next_solid();
  const bool closes = lexer.next_solid().text == ")";
  if (!opens || parameter.kind != Lex::parameter || !closes)
    throw Failure(Fault::bug, std::string(word) + " takes one parameter");
  return parameter.text.substr(1);
}

/// Reads "(a.x, a.y)" behind PACKED, and writes the columns with what an engine has before, between and behind them.
std::string packed_columns(Lexer& lexer, std::string_view before, std::string_view between, std::string_view behind) {
  std::size_t columns = 1;
  bool sound = lexer.next_solid().text == "(";
  std::string all(before);
  for (Lexeme lexeme = lexer.next_solid(); sound && lexeme.text != ")"; lexeme = lexer.next_solid()) {
    sound = lexeme.kind == Lex::word || lexeme.text == "." || lexeme.text == ",";
    if (lexeme.text == ",") ++columns;
    all.append(lexeme.text == "," ? between : lexeme.text);
  }
  if (!sound || columns > most_packed) throw Failure(Fault::bug, "PACKED takes 1 to 8 columns");
  return all.append(behind);
}

/// SQLite plans a join by statistics that a store may not have, or guesses: the library's joins are written in
/// the order in which they are to be run, and CROSS JOIN holds SQLite to it.
std::string_view ordered_join(std::string_view before) {
  const bool ordered = before == "LEFT" || before == "OUTER" || before == "CROSS" || before == "INNER";
  return ordered ? "JOIN" : "CROSS JOIN";
}

std::string sqlite_text(std::string_view text) {
  std::string out;
  std::string_view last_word;
  Lexer lexer(text);
  for (Lexeme lexeme = lexer.next(); lexeme.kind != Lex::end; lexeme = lexer.next()) {
    const Macro macro = lexeme.kind == Lex::word ? macro_of(lexeme.text) : Macro::none;
    if (macro == Macro::each || macro == Macro::each_text)
      out.append("(SELECT value FROM json_each(?").append(parameter_of_macro(lexer, lexeme.text)).append("))");
    else if (macro == Macro::packed)
      out.append(packed_columns(lexer, "PACKED(", ", ", ")"));
    else if (macro == Macro::item || macro == Macro::item_text)
      out.append("?").append(parameter_of_macro(lexer, lexeme.text));
    else if (lexeme.kind == Lex::parameter)
      out.append("?").append(lexeme.text.substr(1));
    else
      out.append(lexeme.text == "JOIN" ? ordered_join(last_word) : lexeme.text);
    if (lexeme.kind == Lex::word) last_word = lexeme.text;
  }
  return out;
}

/// The lists of a text for exec_each(), as one table `item` with a column `i<n>` for each.
class Items {
 public:
  std::string column(std::string_view number, std::string_view type) {
    if (numbers_.find("," + std::string(number) + ",") == std::string::npos) {
      arrays_.append(arrays_.empty() ? "" : ", ").append("$").append(number).append("::").append(type).append("[]");
      columns_.append(columns_.empty() ? "i" : ", i").append(number);
      numbers_.append(number).append(",");
    }
    return "item.i" + std::string(number);
  }
  bool empty() const { return columns_.empty(); }
  std::string table() const { return "unnest(" + arrays_ + ") AS item(" + columns_ + ")"; }

 private:
  std::string numbers_ = ",", arrays_, columns_;
};

/// Writes a PostgreSQL text, and notes where the table of items belongs: a text without ITEM stays as it is.
class PostgresText {
 public:
  explicit PostgresText(std::string_view text) : lexer_(text) {}

  std::string write() {
    for (Lexeme lexeme = lexer_.next(); lexeme.kind != Lex::end; lexeme = lexer_.next()) {
      if (lexeme.kind == Lex::word) {
        word(lexeme.text);
      } else if (lexeme.kind == Lex::number) {
        number(lexeme.text);
      } else {
        if (lexeme.text == "(") open();
        if (lexeme.text == ")") close();
        out_.append(lexeme.text);
      }
    }
    if (!items_.empty()) join_items();
    return std::move(out_);
  }

 private:
  void word(std::string_view text) {
    const Macro macro = macro_of(text);
    if (macro == Macro::each || macro == Macro::each_text) {
      const std::string_view type = macro == Macro::each ? "bigint" : "text";
      out_.append("(SELECT unnest($").append(parameter_of_macro(lexer_, text)).append("::").append(type);
      out_.append("[]) AS value)");
    } else if (macro == Macro::packed) {
      out_.append(packed_columns(lexer_, "string_agg(int8send(", ") || int8send(", "), ''::bytea)"));
    } else if (macro != Macro::none) {
      out_.append(items_.column(parameter_of_macro(lexer_, text), macro == Macro::item ? "bigint" : "text"));
    } else {
      if (verb_.empty()) verb_ = text;
      if (depth_ == 0 && text == "VALUES") values_ = out_.size();
      if (depth_ == 0 && text == "WHERE" && where_ == none) where_ = out_.size();
      out_.append(text);
    }
  }
  /// An integer has 64 bits, as on SQLite. PostgreSQL would take `$1 = 0` for a parameter of 32.
  void number(std::string_view digits) {
    const bool fraction = out_.ends_with('.') || lexer_.rest().starts_with('.');
    out_.append(digits).append(fraction ? "" : "::bigint");
  }
  void open() {
    if (depth_++ == 0 && values_ != none && values_open_ == none) values_open_ = out_.size();
  }
  void close() {
    if (--depth_ == 0 && values_open_ != none && values_close_ == none) values_close_ = out_.size();
  }

  void join_items() {
    if (verb_ == "INSERT" && values_close_ != none) {
      out_.replace(values_close_, 1, " FROM " + items_.table());
      out_.replace(values_, values_open_ + 1 - values_, "SELECT ");
    } else if ((verb_ == "UPDATE" || verb_ == "DELETE") && where_ != none) {
      out_.insert(where_, (verb_ == "UPDATE" ? "FROM " : "USING ") + items_.table() + " ");
    } else {
      throw Failure(Fault::bug, "ITEM belongs in INSERT ... VALUES, UPDATE ... WHERE or DELETE ... WHERE");
    }
  }

  static constexpr std::size_t none = std::string::npos;
  Lexer lexer_;
  std::string out_;
  Items items_;
  std::string_view verb_;
  int depth_ = 0;
  std::size_t values_ = none, values_open_ = none, values_close_ = none, where_ = none;
};

}  // namespace

std::string for_engine(const Text& sql, Engine engine) {
  if (engine == Engine::sqlite) return sqlite_text(sql.text);
  return sql.postgres != nullptr ? sql.postgres : PostgresText(sql.text).write();
}

}  // namespace ent::store
