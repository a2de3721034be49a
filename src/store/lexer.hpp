/// Cuts an SQL text into lexemes, so that words and parameters inside quotes and comments are let be.
#pragma once

#include <string_view>

namespace ent::store {

enum class Lex { end, space, comment, word, number, parameter, string, quoted, symbol };

struct Lexeme {
  Lex kind;
  std::string_view text;  ///< Every character of the text belongs to one lexeme, in order.
};

class Lexer {
 public:
  constexpr explicit Lexer(std::string_view text) : rest_(text) {}

  constexpr Lexeme next() {
    if (rest_.empty()) return {Lex::end, {}};
    const char first = rest_.front();
    if (is_space(first)) return take(Lex::space, run(is_space));
    if (rest_.starts_with("--")) return take(Lex::comment, rest_.find('\n'));
    if (rest_.starts_with("/*")) return take(Lex::comment, after(rest_.find("*/", 2), 2));
    if (first == '\'') return take(Lex::string, quoted('\''));
    if (first == '"') return take(Lex::quoted, quoted('"'));
    if (is_digit(first)) return take(Lex::number, run(is_word));
    if (first == '$' && rest_.size() > 1 && is_digit(rest_[1])) return take(Lex::parameter, 1 + run(is_digit, 1));
    if (is_word(first)) return take(Lex::word, run(is_word));
    return take(Lex::symbol, 1);
  }

  /// The next lexeme that is no space and no comment.
  constexpr Lexeme next_solid() {
    Lexeme lexeme = next();
    while (lexeme.kind == Lex::space || lexeme.kind == Lex::comment) lexeme = next();
    return lexeme;
  }

  constexpr std::string_view rest() const { return rest_; }

 private:
  static constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
  static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static constexpr bool is_word(char c) {
    return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// The length of the characters of one class that begin at `from`.
  constexpr std::size_t run(bool (*belongs)(char), std::size_t from = 0) const {
    std::size_t end = from;
    while (end < rest_.size() && belongs(rest_[end])) ++end;
    return end - from;
  }
  static constexpr std::size_t after(std::size_t found, std::size_t length) {
    return found == std::string_view::npos ? found : found + length;
  }
  /// A doubled quote stands for itself: it ends one quoted run and begins the next.
  constexpr std::size_t quoted(char quote) const { return after(rest_.find(quote, 1), 1); }

  constexpr Lexeme take(Lex kind, std::size_t length) {
    const Lexeme lexeme{kind, rest_.substr(0, length)};
    rest_.remove_prefix(lexeme.text.size());
    return lexeme;
  }

  std::string_view rest_;
};

/// The number of a parameter lexeme, "$12".
constexpr int parameter_number(std::string_view text) {
  int number = 0;
  for (const char c : text.substr(1)) number = number * 10 + (c - '0');
  return number;
}

/// Whether `$1..$n` first appear in that order. An engine that numbers parameters by their appearance
/// binds a text that breaks the rule wrongly, and in silence.
constexpr bool in_order_of_appearance(std::string_view text) {
  Lexer lexer(text);
  int highest = 0;
  for (Lexeme lexeme = lexer.next(); lexeme.kind != Lex::end; lexeme = lexer.next()) {
    if (lexeme.kind != Lex::parameter) continue;
    const int number = parameter_number(lexeme.text);
    if (number < 1 || number > highest + 1) return false;
    if (number > highest) highest = number;
  }
  return true;
}

/// Compares a word of SQL, which has no case, with one in capital letters.
constexpr bool is_word(std::string_view text, std::string_view capitals) {
  if (text.size() != capitals.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    if (c != capitals[i]) return false;
  }
  return true;
}

/// Whether a statement changes rows or locks them. No name of a table or column is one of these words.
constexpr bool writes(std::string_view text) {
  Lexer lexer(text);
  for (Lexeme lexeme = lexer.next_solid(); lexeme.kind != Lex::end; lexeme = lexer.next_solid()) {
    if (lexeme.kind != Lex::word) continue;
    for (const std::string_view word : {"INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "TRUNCATE"}) {
      if (is_word(lexeme.text, word)) return true;
    }
  }
  return false;
}

}  // namespace ent::store
